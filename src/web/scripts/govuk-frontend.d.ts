declare module 'govuk-frontend' {
  /** Makes a file input a place to drop files on. */
  export class FileUpload {
    constructor(root: Element, config?: { readonly i18n?: Readonly<Record<string, string>> });
  }
}
