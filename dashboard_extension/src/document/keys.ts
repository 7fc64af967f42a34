/** The root of the keys of all queries about one document; its id follows. */
export const DOCUMENT_KEY = "document";
