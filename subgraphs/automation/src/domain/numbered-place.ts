/** A place among enrollments or messages of a contact. */
export interface NumberedPlace {
  readonly at: Date;
  readonly no: number;
}
