/** A document cannot be a file of the kind that was asked for; the message says why and what would do. */
export class UnfitForm extends Error {
  override readonly name = 'UnfitForm';
}
