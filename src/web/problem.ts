/** Somewhere to go from a page that says what is wrong. */
export interface WayOn {
  readonly text: string;
  readonly href: string;
}

/** What cannot be shown, and why, in words for the reader: thrown by pages, answered as a designed page. */
export class Problem extends Error {
  readonly status: 400 | 401 | 403 | 404 | 409 | 429 | 500 | 503;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly waysOn: readonly WayOn[];

  constructor(status: Problem['status'], title: string, paragraphs: readonly string[], waysOn: readonly WayOn[] = []) {
    super(title);
    this.name = 'Problem';
    this.status = status;
    this.title = title;
    this.paragraphs = paragraphs;
    this.waysOn = waysOn;
  }
}
