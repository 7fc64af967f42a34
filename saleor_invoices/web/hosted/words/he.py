"""Hebrew."""

from saleor_invoices.web.hosted.words.catalogue import Words

WORDS = Words(
    language="he",
    open="לתשלום",
    partly_paid="שולם חלקית",
    overdue="באיחור",
    paid="שולם",
    credited="זוכה",
    cancelled="בוטל",
    refunded="הוחזר",
    balance="נותר לתשלום",
    pay="לתשלום עכשיו",
    pay_at="התשלום מתבצע באתר {host}.",
    download_pdf="הורדת PDF",
    download_xml="הורדת חשבונית אלקטרונית (XML)",
    no_script="כדי לשלם באינטרנט יש להפעיל JavaScript בדף זה.",
    payment_paid="תודה, התשלום התקבל.",
    payment_pending="התשלום נמצא באישור. התוצאה תופיע כאן ברגע שתתקבל.",
    payment_failed="התשלום לא הושלם. אפשר לנסות שוב.",
    look_again="בדיקה חוזרת",
    private="הדף הזה פרטי. נא לשתף את כתובתו רק עם מי שרשאי לראות את המסמך.",
    closed="הקישור הזה כבר אינו נפתח",
    recover="נוכל לשלוח קישור חדש. נא להזין את כתובת הדוא״ל שממנה בוצעה ההזמנה ואת מספר המסמך.",
    email="כתובת דוא״ל",
    number="מספר המסמך",
    send="שליחת קישור חדש",
    sent="אם הכתובת והמספר תואמים, קישור חדש נשלח לכתובת זו. זה עשוי להימשך כמה דקות.",
    wait="יותר מדי ניסיונות. נא לנסות שוב מאוחר יותר.",
    subject="קישור חדש אל {number}",
    body=(
        "הנה הקישור החדש אל {number} מאת {seller}:\n\n{url}\n\nאם לא ביקשתם אותו, אפשר להתעלם "
        "מהודעה זו.\n"
    ),
    details="פירוט",
)
