/** What the component library's build puts together of the icons that are named in the source. */
declare module 'virtual:nuxt-ui-icons' {
  export function init(add: (name: string, icon: { body: string }) => void): void;
}
