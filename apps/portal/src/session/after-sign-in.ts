/**
 * Where to go after signing in: the page that was asked for, when it is one of ours. `//host` and `/\host` would lead to another
 * server.
 */
export function placeAfterSignIn(next: unknown): string {
  return typeof next === 'string' && /^\/(?![/\\])/.test(next) ? next : '/';
}
