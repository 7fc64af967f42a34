/** Whose token it is, as far as a browser can tell: a renewed one is no reason to start anew. */
export function ownerOf(token: string): string {
  try {
    const payload = token.split(".")[1] ?? "";
    const text = atob(payload.replaceAll("-", "+").replaceAll("_", "/"));
    const { iss, user_id } = JSON.parse(text) as { iss?: string; user_id?: string };
    return user_id ? `${iss} ${user_id}` : token;
  } catch {
    return token;
  }
}
