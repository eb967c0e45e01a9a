/** What we ask of pdfmake. Its own types bring those of a browser along, which change what a request is on the server. */
declare module 'pdfmake' {
  type Margins = [left: number, top: number, right: number, bottom: number];
  type Look = {
    style?: string;
    fontSize?: number;
    bold?: boolean;
    color?: string;
    lineHeight?: number;
    alignment?: 'left' | 'right' | 'center';
    margin?: Margins;
    width?: number;
  };
  export type TableCell = Look & { text: string };
  type TableLayout = {
    hLineWidth(at: number): number;
    vLineWidth(at: number): number;
    hLineColor(at: number): string;
    paddingLeft(at: number): number;
    paddingRight(at: number): number;
    paddingTop(at: number): number;
    paddingBottom(at: number): number;
  };
  export type Content = Look &
    (
      | { text: string; tocItem?: boolean }
      | { stack: Content[]; unbreakable?: boolean }
      | { columns: Content[] }
      | { svg: string }
      | { toc: { title: Content } }
      | {
          layout: TableLayout;
          table: { headerRows: number; widths: ('*' | 'auto' | number)[]; dontBreakRows: boolean; body: TableCell[][] };
        }
    );
  export type PageDefinition = {
    pageSize: 'A4';
    pageMargins: Margins;
    language: string;
    displayTitle: boolean;
    info: { title: string; author: string; creationDate: Date };
    defaultStyle: Look & { font: string };
    styles: Record<string, Look>;
    footer(page: number, pages: number): Content;
    content: Content[];
  };
  type Faces = { normal: string; bold: string; italics: string; bolditalics: string };
  const pdfmake: {
    setFonts(fonts: Record<string, Faces>): void;
    setUrlAccessPolicy(mayFetch: (url: string) => boolean): void;
    setLocalAccessPolicy(mayRead: (path: string) => boolean): void;
    createPdf(definition: PageDefinition): { getBuffer(): Promise<Uint8Array> };
  };
  export default pdfmake;
}
