/** Above every number of an account's contacts, reviews and imports: where lists that begin with the newest start. */
export const beyond = 2_147_483_647;
