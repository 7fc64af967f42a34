import type { Translated } from "../../catalogue";
import type { shell as english } from "../en/shell";

export const shell: Translated<typeof english> = {
  "error.title": "Coś poszło nie tak",
  "error.retry": "Spróbuj ponownie",
  "error.NETWORK": "Nie można połączyć się z aplikacją. Sprawdź połączenie i spróbuj ponownie.",
  "error.TIMEOUT": "Aplikacja zbyt długo nie odpowiada.",
  "error.SERVER": "Aplikacja ma problem. Spróbuj ponownie za chwilę.",
  "error.SESSION_ENDED": "Sesja wygasła. Odśwież panel.",
  "error.PERMISSION_DENIED":
    "Nie możesz przeglądać faktur. Potrzebne jest uprawnienie „Zarządzanie zamówieniami”.",
  "error.STORE_UNKNOWN": "Ten sklep nie ma zainstalowanej aplikacji. Zainstaluj ją ponownie.",
  "error.DOWNLOAD_NOT_READY": "PDF jest jeszcze przygotowywany. Spróbuj ponownie za chwilę.",
  "bridge.connecting": "Łączenie z panelem",
  "bridge.silent": "Panel nie odpowiada",
  "bridge.silent.hint": "Ta strona wymaga otaczającego ją panelu Saleor.",
  "outside.title": "Otwórz mnie w panelu Saleor",
  "outside.text": "Ta strona jest częścią panelu Saleor i działa tylko w nim.",
  "outside.where": "Zaloguj się do panelu, otwórz rozszerzenia i wybierz Invoices.",
  "notfound.title": "Nie ma takiej strony",
  "notfound.back": "Przejdź do faktur",
};
