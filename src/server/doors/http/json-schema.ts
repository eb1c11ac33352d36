/** JSON as it stands in the document. */
// biome-ignore lint/suspicious/noExplicitAny: a document of a hundred shapes, checked by a linter of OpenAPI instead
export type Json = any

/** `people.recordReply` as code generators like it: `peopleRecordReply`. */
export const operationId = (name: string): string =>
  name.replace(/\.(\w)/g, (_, letter: string) => letter.toUpperCase())

/** A format says enough: the pattern behind it is not for people. */
export const withoutPattern = ({ jsonSchema }: { jsonSchema: Json }): void => {
  if (jsonSchema.format) delete jsonSchema.pattern
}
