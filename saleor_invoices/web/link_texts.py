"""Words of the private link's pages, in the document's language (English where there is none)."""

from dataclasses import dataclass

from babel import Locale


@dataclass(frozen=True, slots=True)
class LinkTexts:
    """One language."""

    language: str  # BCP 47
    title: str
    closed: str
    send: str
    sent: str
    code: str
    open: str
    wrong: str
    wait: str
    mail_failed: str
    unknown: str
    preparing: str
    mail_subject: str
    mail_body: str  # with {code}

    @property
    def direction(self) -> str:
        """``ltr`` or ``rtl``, as HTML's ``dir`` has it."""
        return Locale.parse(self.language).text_direction


_LTR = "\u200e"  # the two halves of a code stay in order among words from right to left
_ALL = (
    LinkTexts(
        language="en",
        title="Your document",
        closed="This link no longer opens by itself. We can mail a code to the address that the "
        "order was placed with.",
        send="Mail me a code",
        sent="If the order has an e-mail address, a code is on its way there. It is valid for "
        "15 minutes.",
        code="Code from the mail",
        open="Open the document",
        wrong="This code is wrong or has expired. Ask for a new one.",
        wait="Please wait a moment before you ask for another code.",
        mail_failed="The mail could not be sent. Please try again later.",
        unknown="There is no document at this address.",
        preparing="The document is being prepared. Please try again in a moment.",
        mail_subject="Your code",
        mail_body="Your code to open the document is {code}.\n\nIt is valid for 15 minutes. If you "
        "did not ask for it, ignore this mail: nobody has seen your document.\n",
    ),
    LinkTexts(
        language="de",
        title="Ihr Dokument",
        closed="Dieser Link öffnet sich nicht mehr von selbst. Wir können einen Code an die "
        "Adresse senden, mit der bestellt wurde.",
        send="Code zusenden",
        sent="Falls zur Bestellung eine E-Mail-Adresse gehört, ist ein Code dorthin unterwegs. "
        "Er gilt 15 Minuten.",
        code="Code aus der E-Mail",
        open="Dokument öffnen",
        wrong="Dieser Code ist falsch oder abgelaufen. Bitte fordern Sie einen neuen an.",
        wait="Bitte warten Sie einen Moment, bevor Sie einen weiteren Code anfordern.",
        mail_failed="Die E-Mail konnte nicht gesendet werden. Bitte versuchen Sie es später.",
        unknown="Unter dieser Adresse gibt es kein Dokument.",
        preparing="Das Dokument wird gerade erstellt. Bitte versuchen Sie es gleich noch einmal.",
        mail_subject="Ihr Code",
        mail_body="Ihr Code zum Öffnen des Dokuments lautet {code}.\n\nEr gilt 15 Minuten. Falls "
        "Sie ihn nicht angefordert haben, beachten Sie diese E-Mail nicht: Niemand hat Ihr "
        "Dokument gesehen.\n",
    ),
    LinkTexts(
        language="fr",
        title="Votre document",
        closed="Ce lien ne s’ouvre plus de lui-même. Nous pouvons envoyer un code à l’adresse "
        "utilisée pour la commande.",
        send="Recevoir un code",
        sent="Si la commande comporte une adresse e-mail, un code vient d’y être envoyé. Il est "
        "valable 15 minutes.",
        code="Code reçu par e-mail",
        open="Ouvrir le document",
        wrong="Ce code est erroné ou a expiré. Demandez-en un nouveau.",
        wait="Veuillez patienter un instant avant de demander un autre code.",
        mail_failed="L’e-mail n’a pas pu être envoyé. Veuillez réessayer plus tard.",
        unknown="Il n’y a aucun document à cette adresse.",
        preparing="Le document est en préparation. Veuillez réessayer dans un instant.",
        mail_subject="Votre code",
        mail_body="Votre code pour ouvrir le document est {code}.\n\nIl est valable 15 minutes. Si "
        "vous ne l’avez pas demandé, ignorez ce message : personne n’a vu votre document.\n",
    ),
    LinkTexts(
        language="pl",
        title="Twój dokument",
        closed="Ten link nie otwiera się już samodzielnie. Możemy wysłać kod na adres, z którego "
        "złożono zamówienie.",
        send="Wyślij kod",
        sent="Jeśli zamówienie ma adres e-mail, kod jest już w drodze. Jest ważny 15 minut.",
        code="Kod z wiadomości",
        open="Otwórz dokument",
        wrong="Ten kod jest błędny lub wygasł. Poproś o nowy.",
        wait="Odczekaj chwilę, zanim poprosisz o kolejny kod.",
        mail_failed="Nie udało się wysłać wiadomości. Spróbuj później.",
        unknown="Pod tym adresem nie ma dokumentu.",
        preparing="Dokument jest przygotowywany. Spróbuj ponownie za chwilę.",
        mail_subject="Twój kod",
        mail_body="Twój kod do otwarcia dokumentu to {code}.\n\nJest ważny 15 minut. Jeśli o niego "
        "nie prosiłeś, zignoruj tę wiadomość: nikt nie widział Twojego dokumentu.\n",
    ),
    LinkTexts(
        language="es",
        title="Su documento",
        closed="Este enlace ya no se abre por sí solo. Podemos enviar un código a la dirección con "
        "la que se hizo el pedido.",
        send="Enviarme un código",
        sent="Si el pedido tiene una dirección de correo electrónico, el código ya está en camino. "
        "Es válido durante 15 minutos.",
        code="Código recibido por correo",
        open="Abrir el documento",
        wrong="Este código es incorrecto o ha caducado. Solicite uno nuevo.",
        wait="Espere un momento antes de solicitar otro código.",
        mail_failed="No se ha podido enviar el correo. Vuelva a intentarlo más tarde.",
        unknown="No hay ningún documento en esta dirección.",
        preparing="El documento se está preparando. Vuelva a intentarlo en un momento.",
        mail_subject="Su código",
        mail_body="Su código para abrir el documento es {code}.\n\nEs válido durante 15 minutos. "
        "Si no lo ha solicitado, no tenga en cuenta este correo: nadie ha visto su documento.\n",
    ),
    LinkTexts(
        language="it",
        title="Il suo documento",
        closed="Questo link non si apre più da solo. Possiamo inviare un codice all’indirizzo con "
        "cui è stato effettuato l’ordine.",
        send="Invia un codice",
        sent="Se l’ordine ha un indirizzo e-mail, il codice è in arrivo. È valido per 15 minuti.",
        code="Codice ricevuto via e-mail",
        open="Apri il documento",
        wrong="Questo codice è errato o scaduto. Ne richieda uno nuovo.",
        wait="Attenda un momento prima di richiedere un altro codice.",
        mail_failed="Non è stato possibile inviare l’e-mail. Riprovi più tardi.",
        unknown="A questo indirizzo non c’è alcun documento.",
        preparing="Il documento è in preparazione. Riprovi tra un momento.",
        mail_subject="Il suo codice",
        mail_body="Il suo codice per aprire il documento è {code}.\n\nÈ valido per 15 minuti. Se "
        "non l’ha richiesto, ignori questo messaggio: nessuno ha visto il suo documento.\n",
    ),
    LinkTexts(
        language="nl",
        title="Uw document",
        closed="Deze link opent niet meer vanzelf. Wij kunnen een code sturen naar het adres "
        "waarmee is besteld.",
        send="Stuur mij een code",
        sent="Als bij de bestelling een e-mailadres hoort, is de code onderweg. De code is "
        "15 minuten geldig.",
        code="Code uit de e-mail",
        open="Document openen",
        wrong="Deze code is onjuist of verlopen. Vraag een nieuwe aan.",
        wait="Wacht even voordat u nog een code aanvraagt.",
        mail_failed="De e-mail kon niet worden verzonden. Probeer het later opnieuw.",
        unknown="Op dit adres is geen document.",
        preparing="Het document wordt voorbereid. Probeer het zo dadelijk opnieuw.",
        mail_subject="Uw code",
        mail_body="Uw code om het document te openen is {code}.\n\nDe code is 15 minuten geldig. "
        "Hebt u er niet om gevraagd, dan kunt u deze e-mail negeren: niemand heeft uw document "
        "gezien.\n",
    ),
    LinkTexts(
        language="ja",
        title="お客様の書類",
        closed="このリンクからは、そのままでは開けなくなりました。ご注文時のメールアドレスに"
        "コードをお送りできます。",
        send="コードを送信する",
        sent="ご注文にメールアドレスが登録されている場合は、コードをお送りしました。"
        "有効期間は15分です。",
        code="メールに記載されたコード",
        open="書類を開く",
        wrong="コードが正しくないか、有効期限が切れています。新しいコードをご請求ください。",
        wait="次のコードをご請求になるまで、しばらくお待ちください。",
        mail_failed="メールを送信できませんでした。後ほどもう一度お試しください。",
        unknown="このアドレスに書類はありません。",
        preparing="書類を準備しています。しばらくしてからもう一度お試しください。",
        mail_subject="コードのお知らせ",
        mail_body="書類を開くためのコードは {code} です。\n\n有効期間は15分です。お心当たりのない"
        "場合は、このメールを破棄してください。書類は誰にも閲覧されていません。\n",
    ),
    LinkTexts(
        language="zh",
        title="您的单据",
        closed="此链接已不能直接打开。我们可以将验证码发送到下单时使用的邮箱。",
        send="发送验证码",
        sent="如果订单留有邮箱，验证码已发往该邮箱，15 分钟内有效。",
        code="邮件中的验证码",
        open="打开单据",
        wrong="验证码错误或已过期。请重新获取。",
        wait="请稍候再获取新的验证码。",
        mail_failed="邮件未能发送。请稍后重试。",
        unknown="此地址没有单据。",
        preparing="单据正在准备中。请稍后重试。",
        mail_subject="您的验证码",
        mail_body="打开单据的验证码是 {code}。\n\n15 分钟内有效。如果您没有请求验证码，"
        "请忽略此邮件：没有人看过您的单据。\n",
    ),
    LinkTexts(
        language="ar",
        title="مستندكم",
        closed="لم يعد هذا الرابط يفتح المستند مباشرة. يمكننا إرسال رمز إلى عنوان البريد "
        "الإلكتروني المستخدم في الطلب.",
        send="إرسال رمز",
        sent="إذا كان للطلب عنوان بريد إلكتروني، فقد أُرسل إليه رمز صالح لمدة 15 دقيقة.",
        code="الرمز الوارد في البريد",
        open="فتح المستند",
        wrong="هذا الرمز غير صحيح أو انتهت صلاحيته. يرجى طلب رمز جديد.",
        wait="يرجى الانتظار قليلًا قبل طلب رمز آخر.",
        mail_failed="تعذّر إرسال البريد. يرجى المحاولة لاحقًا.",
        unknown="لا يوجد مستند على هذا العنوان.",
        preparing="يجري إعداد المستند. يرجى المحاولة بعد قليل.",
        mail_subject="رمزكم",
        mail_body=f"رمز فتح المستند هو {_LTR}{{code}}{_LTR}.\n\n"
        "الرمز صالح لمدة 15 دقيقة. إذا لم تطلبوه فيرجى تجاهل هذه الرسالة: "
        "لم يطّلع أحد على مستندكم.\n",
    ),
    LinkTexts(
        language="he",
        title="המסמך שלכם",
        closed="הקישור הזה כבר אינו נפתח מעצמו. נוכל לשלוח קוד לכתובת הדוא״ל שממנה בוצעה ההזמנה.",
        send="שליחת קוד",
        sent="אם להזמנה יש כתובת דוא״ל, נשלח אליה קוד. הקוד תקף ל־15 דקות.",
        code="הקוד מהודעת הדוא״ל",
        open="פתיחת המסמך",
        wrong="הקוד שגוי או שפג תוקפו. נא לבקש קוד חדש.",
        wait="נא להמתין רגע לפני בקשת קוד נוסף.",
        mail_failed="לא ניתן היה לשלוח את ההודעה. נא לנסות שוב מאוחר יותר.",
        unknown="אין מסמך בכתובת זו.",
        preparing="המסמך בהכנה. נא לנסות שוב בעוד רגע.",
        mail_subject="הקוד שלכם",
        mail_body=f"הקוד לפתיחת המסמך הוא {_LTR}{{code}}{_LTR}.\n\n"
        "הקוד תקף ל־15 דקות. אם לא ביקשתם אותו, אפשר להתעלם מהודעה זו: איש לא ראה את המסמך שלכם.\n",
    ),
)
TEXTS = {words.language: words for words in _ALL}


def texts_for(language: str) -> LinkTexts:
    """The words in a BCP 47 language, by its first part."""
    return TEXTS.get(language.replace("_", "-").split("-")[0].lower(), TEXTS["en"])
