"""Who is named in sentences as news has them: titles, appositions, lists, particles, words that look alike."""

from __future__ import annotations

import pytest

from tests.build import article_of
from workbench.corpus import Corpus
from workbench.extractors.entities import entities


def people(text: str, language: str) -> list[str]:
    """The people that a page names, in order, as it spells them."""
    found = entities(Corpus([article_of(text, language=language)]), edits=False, progress=False).mentions
    own = found[(found["type"] == "PER") & (found["rule"] != "role")]
    return own["text"].tolist()


ARABIC = [
    ("التقى الوزير بشار الأسد وفدا. وطلبت المحكمة تسليم الأسد إليها.", ["بشار الأسد", "الأسد"]),
    ("وصل القبطان سامر الديراني إلى مرسى القنطرة مساء.", ["سامر الديراني"]),
    (
        "قالت القاضية سلمى الدرويش إن الجلسة أرجئت إلى الأحد. وأوضحت الدرويش أن الشاهدين لم يحضرا.",
        ["سلمى الدرويش", "الدرويش"],
    ),
    (
        "التقى نقيب المهندسين عصام الحوراني وفدا من نقابة الأطباء برئاسة الطبيبة رنا قبلان.",
        ["عصام الحوراني", "رنا قبلان"],
    ),
    (
        "وصرّح المتحدث باسم وزارة الصحة بشير النعماني بأن اللقاح متوفر.",
        ["بشير النعماني"],
    ),
    (
        "وقال الناطق الرسمي باسم الهيئة الدكتور عمر شاهين: «لا جديد».",
        ["عمر شاهين"],
    ),
    (
        "ذكرت المحامية هالة الأسمر، وكيلة المتهم، أن موكلها فادي حمدان بريء.",
        ["هالة الأسمر", "فادي حمدان"],
    ),
    (
        "حضر الحفل كل من وزير النقل أيمن سرحان ومحافظ البصرة جاسم العيداني والسفير الفرنسي باتريك دوفال.",
        ["أيمن سرحان", "جاسم العيداني", "باتريك دوفال"],
    ),
    (
        "وكان النائب السابق شفيق مطر قد توفي عن 81 عاما.",
        ["شفيق مطر"],
    ),
    (
        "وأضافت الخبيرة الاقتصادية ليلى بن عمار أن الأسعار ستنخفض.",
        ["ليلى بن عمار"],
    ),
    (
        "انتخب المجلس المهندس توفيق العلمي رئيسا له خلفا لسامي الكيلاني.",
        ["توفيق العلمي", "سامي الكيلاني"],
    ),
    (
        "اتهم زعيم المعارضة دانييل كوفاتش رئيس الوزراء بيتر هورفات بالفساد.",
        ["دانييل كوفاتش", "بيتر هورفات"],
    ),
    (
        (
            "وقال كوفاتش إن الحكومة فقدت شرعيتها. ورد هورفات بأن الاتهامات باطلة. وكان دانييل كوفاتش "
            "وزيرا للمالية، وخلفه بيتر هورفات."
        ),
        ["كوفاتش", "هورفات", "دانييل كوفاتش", "بيتر هورفات"],
    ),
    (
        "تولت المستشارة نادين خوري رئاسة اللجنة المؤقتة.",
        ["نادين خوري"],
    ),
    (
        "وأفاد صاحب المخبز أبو خالد، 54 عاما، بأن الطحين نفد.",
        ["أبو خالد"],
    ),
    (
        "ورحب أمين عام الحزب فارس الخطيب بالقرار، وقال الخطيب إنه انتصار.",
        ["فارس الخطيب", "الخطيب"],
    ),
    (
        "نقل الجثمان إلى مسقط رأسه، وشارك في التشييع أخوه منذر ووالدته فاطمة العلي.",
        ["منذر", "فاطمة العلي"],
    ),
    (
        "سلّم العقيد الركن خليل الجبوري المهمة للعميد رعد الدليمي.",
        ["خليل الجبوري", "رعد الدليمي"],
    ),
    (
        "وجه رئيس النادي المقال صالح الحميدي رسالة للجماهير قال فيها الحميدي إنه باق.",
        ["صالح الحميدي", "الحميدي"],
    ),
    (
        "خرج محمود من السجن بعد سنتين. وقال محمود الرفاعي للصحفيين إنه متعب.",
        ["محمود", "محمود الرفاعي"],
    ),
    (
        "حضر الاجتماع المبعوث الأممي هانس فان دير ميرفي ومساعدته كلوي دو لا كروا.",
        ["هانس فان دير ميرفي", "كلوي دو لا كروا"],
    ),
    (
        "وكان في استقبال الوفد وكيل الوزارة سالم بن هلال البوسعيدي.",
        ["سالم بن هلال البوسعيدي"],
    ),
    (
        "اعتقلت الشرطة رجل الأعمال نادر الحلبي وشقيقه بسام وسائقهما حسن زعيتر.",
        ["نادر الحلبي", "بسام", "حسن زعيتر"],
    ),
    (
        "وأعرب لاعب الوسط أوليفر شميدت عن سعادته. وسجل شميدت هدفين.",
        ["أوليفر شميدت", "شميدت"],
    ),
    (
        "واستقال مفوض الاتحاد لشؤون اللاجئين يوهان بيرغستروم من منصبه، وتسلمت نائبته إنغريد سولبرغ مهامه.",
        ["يوهان بيرغستروم", "إنغريد سولبرغ"],
    ),
    (
        "قضت المحكمة بحبس أمين الصندوق السابق هشام القروي ثلاث سنوات.",
        ["هشام القروي"],
    ),
    (
        (
            "سجّل هدف الفوز البديل غابرييل أوتشوا في الدقيقة 90، ولم يحتسب الحكم بيورن هالفورسن ركلة "
            "جزاء للمهاجم تيموثي مبابا."
        ),
        ["غابرييل أوتشوا", "بيورن هالفورسن", "تيموثي مبابا"],
    ),
    (
        "جاء ذلك في مؤتمر صحفي لمدير عام الجمارك حيدر السلامي ومديرة الإعلام فيها نور صباغ.",
        ["حيدر السلامي", "نور صباغ"],
    ),
    (
        "سيمثل المتهم نضال بو حمدان أمام قاضي التحقيق الأول شربل طنوس يوم الإثنين.",
        ["نضال بو حمدان", "شربل طنوس"],
    ),
    (
        "وتحدث عن التجربة كل من الطالبة ريم البغدادي والطالب يزن المجالي.",
        ["ريم البغدادي", "يزن المجالي"],
    ),
    (
        "تراجع سعر الذهب في ظل حسن سير العمل وصلاح الأحوال وكرم الأهالي وسلام دائم وفرح الجماهير.",
        [],
    ),
    (
        "احتفل جمهور النادي بفرح كبير، فيما ساد أمل بتحقيق نصر جديد.",
        [],
    ),
    (
        "الاتحاد المصري يرفض، والجانب السوداني يطالب بالمزيد من الدعم العراقي.",
        [],
    ),
    (
        "أكد الأمين العام لحلف الأطلسي ينس هولمبرغ دعم أوكرانيا.",
        ["ينس هولمبرغ"],
    ),
    (
        "أكدت مديرة المدرسة وفاء الصيرفي أن الدوام سيبدأ الأحد، وقالت الصيرفي إن المعلمين جاهزون.",
        ["وفاء الصيرفي", "الصيرفي"],
    ),
    (
        "قال رئيس اتحاد الفلاحين عبد الكريم الشمري إن الموسم جيد.",
        ["عبد الكريم الشمري"],
    ),
    (
        "وأوضح خبير الزلازل الياباني هيروشي تاناكا أن الهزة متوسطة، وأضاف تاناكا أن المنطقة آمنة.",
        ["هيروشي تاناكا", "تاناكا"],
    ),
    (
        "طالب والد الضحية، إبراهيم الزعبي، بمحاكمة عادلة.",
        ["إبراهيم الزعبي"],
    ),
    (
        "حضر رئيس شركة النور للمقاولات فهد العتيبي جلسة الاستماع، ونفى العتيبي التهم.",
        ["فهد العتيبي", "العتيبي"],
    ),
    (
        "أحرز العداء الكيني إيزاك كيبروتيتش ذهبية الماراثون وحل الإثيوبي تسيغاي بيكيلي ثانيا.",
        ["إيزاك كيبروتيتش", "تسيغاي بيكيلي"],
    ),
    (
        "كرّم رئيس الجامعة الطلاب لؤي حداد وميساء قدور وغياث مراد.",
        ["لؤي حداد", "ميساء قدور", "غياث مراد"],
    ),
    (
        "قرر المدرب الجديد للمنتخب كلاوس هيرمان استبعاد القائد صابر بن يحيى.",
        ["كلاوس هيرمان", "صابر بن يحيى"],
    ),
    (
        "وبرر المدعي العام فرانسوا موران قراره، بينما طعنت المحامية كاميليا بوشناق به.",
        ["فرانسوا موران", "كاميليا بوشناق"],
    ),
    (
        "وقالت الناجية الوحيدة زينب الأسدي لمراسلنا إن المركب غرق ليلا.",
        ["زينب الأسدي"],
    ),
    (
        "استقال رئيس الاتحاد المنتخب حديثا وائل السقا بعد يومين فقط، وتولى نائبه الأول مروان صباغ مهامه.",
        ["وائل السقا", "مروان صباغ"],
    ),
    (
        "انتقد بطل العالم السابق في الملاكمة ماركوس غريفيث الحكام.",
        ["ماركوس غريفيث"],
    ),
    (
        "وقال السفير البريطاني لدى اليمن ريتشارد أوبنهايمر إنه متفائل.",
        ["ريتشارد أوبنهايمر"],
    ),
    (
        "افتتح الرئيس عبد الفتاح المنوفي مستشفى الأمير سلطان في شارع الملك فيصل.",
        ["عبد الفتاح المنوفي"],
    ),
]

ENGLISH = [
    (
        "Judge Miriam Okafor adjourned the hearing. Okafor said two witnesses were missing.",
        ["Miriam Okafor", "Okafor"],
    ),
    (
        '"It is over," said Tom Whitfield, a lawyer for the union. Whitfield added that talks had failed.',
        ["Tom Whitfield", "Whitfield"],
    ),
    (
        "The union's leader, Gudrun Halvorsen, met Transport Minister Ayman Sarhan and his deputy, Lina Khoury.",
        ["Gudrun Halvorsen", "Ayman Sarhan", "Lina Khoury"],
    ),
    (
        "Van Dijkstra refused to comment. Peter van Dijkstra, the club's owner, was abroad.",
        ["Van Dijkstra", "Peter van Dijkstra"],
    ),
    (
        "Will the vote be held? Nobody knows, Harriet Will said.",
        ["Harriet Will"],
    ),
    (
        "Former striker Didier Kouassi, now an adviser to the federation, will stand against Samir al-Haddad.",
        ["Didier Kouassi", "Samir al-Haddad"],
    ),
    (
        "Li Weimin, the Asian delegate, said he would vote no. Li has sat on the board since 2019.",
        ["Li Weimin", "Li"],
    ),
    (
        "Engineer Tawfiq al-Alami was elected chairman. Mr al-Alami succeeds Sami Kilani.",
        ["Tawfiq al-Alami", "al-Alami", "Sami Kilani"],
    ),
    (
        "Spokeswoman Ingrid Solberg told Reuters the plan was dead; Solberg declined to elaborate.",
        ["Ingrid Solberg", "Solberg"],
    ),
    (
        "King's College London and the Joseph Haddad Foundation signed the deal in Saint Petersburg on Monday.",
        [],
    ),
    (
        "Jean-Pierre N'Diaye, 54, a baker, said flour had run out.",
        ["Jean-Pierre N'Diaye"],
    ),
    (
        "The captain, Luka Petrović, scored twice; his brother Marko was injured.",
        ["Luka Petrović", "Marko"],
    ),
    (
        "The Coastal Eagles president, Wael Jaber, denied it.",
        ["Wael Jaber"],
    ),
    (
        "Police arrested businessman Nader Halabi, his brother Bassam and their driver, Hassan Zaiter.",
        ["Nader Halabi", "Bassam", "Hassan Zaiter"],
    ),
    (
        "Referee Björn Halvorsen sent off Timothy Mbaba in the 88th minute.",
        ["Björn Halvorsen", "Timothy Mbaba"],
    ),
    (
        "Sir Geoffrey Pike, Lord Ashcombe and Baroness Hale attended.",
        ["Geoffrey Pike", "Ashcombe", "Hale"],
    ),
    (
        'Al-Rifai was released after two years. "I am tired," Mahmoud al-Rifai told reporters.',
        ["Al-Rifai", "Mahmoud al-Rifai"],
    ),
    (
        "Ms Kowalczyk, who chairs the panel, overruled him. Agnieszka Kowalczyk is a judge from Gdansk.",
        ["Kowalczyk", "Agnieszka Kowalczyk"],
    ),
    (
        "Brigadier General Raad al-Dulaimi took over from Colonel Khalil al-Jubouri.",
        ["Raad al-Dulaimi", "Khalil al-Jubouri"],
    ),
    (
        "Prime Minister-designate Péter Horváth presented his cabinet to President Zsuzsa Nagy.",
        ["Péter Horváth", "Zsuzsa Nagy"],
    ),
    (
        "Fatima al-Ali's son, Munzir, was buried on Tuesday.",
        ["Fatima al-Ali", "Munzir"],
    ),
    (
        "The Amman Court of First Instance, the Arab League and the Ministry of Youth did not reply.",
        [],
    ),
    (
        "United Nations envoy Hans van der Merwe and his aide Chloé de la Croix flew to Geneva.",
        ["Hans van der Merwe", "Chloé de la Croix"],
    ),
    (
        "In May, March Madness and Black Friday brought crowds to Green Park, Main Street and the Grand Hotel.",
        [],
    ),
    (
        "Supporters cheered when Mustafa Kaya, Burak Demir and Emre Yildiz walked in.",
        ["Mustafa Kaya", "Burak Demir", "Emre Yildiz"],
    ),
    (
        '"We will appeal," Nour Sabbagh, the customs authority\'s head of media, said by phone from Basra.',
        ["Nour Sabbagh"],
    ),
    (
        'Deputy coach Rui Carvalho replaced José Fonseca. "Fonseca is a friend," Carvalho said.',
        ["Rui Carvalho", "José Fonseca", "Fonseca", "Carvalho"],
    ),
    (
        "The Rev. Desmond Achebe blessed the ship. Father Tadeusz Nowak sang.",
        ["Desmond Achebe", "Tadeusz Nowak"],
    ),
    (
        "Dalia Mogahed Street was closed, as was the Rashid Karami Stadium.",
        [],
    ),
    (
        "Speaker of parliament Nabil Barakat opened the session; lawmakers Rima Fares and Ghassan Attar walked out.",
        ["Nabil Barakat", "Rima Fares", "Ghassan Attar"],
    ),
    (
        "The letter, signed by Ravi Shankaran and countersigned by Meera Iyer, reached Delhi on Friday.",
        ["Ravi Shankaran", "Meera Iyer"],
    ),
    (
        "Treasurer Hisham Qarwi got three years. Qarwi's appeal will be heard in June.",
        ["Hisham Qarwi", "Qarwi"],
    ),
    (
        "School principal Wafa Sayrafi said classes resume on Sunday. Teachers are ready, Sayrafi said.",
        ["Wafa Sayrafi", "Sayrafi"],
    ),
    (
        "Japanese earthquake expert Hiroshi Tanaka called the tremor moderate.",
        ["Hiroshi Tanaka"],
    ),
    (
        "The victim's father, Ibrahim al-Zoubi, demanded a fair trial.",
        ["Ibrahim al-Zoubi"],
    ),
    (
        "The president honoured students Louay Haddad, Maysa Qaddour and Ghiath Murad.",
        ["Louay Haddad", "Maysa Qaddour", "Ghiath Murad"],
    ),
    (
        "Ambassador Luca De Rossi presented his credentials. De Rossi then left.",
        ["Luca De Rossi", "De Rossi"],
    ),
    (
        "New coach Klaus Hermann left out captain Saber Ben Yahia.",
        ["Klaus Hermann", "Saber Ben Yahia"],
    ),
    (
        "Public prosecutor François Morin defended his decision, while lawyer Camelia Bouchnak appealed.",
        ["François Morin", "Camelia Bouchnak"],
    ),
    (
        "Survivor Zainab al-Asadi told the court the boat sank at night.",
        ["Zainab al-Asadi"],
    ),
    (
        "Two-time champion Marcus Griffith criticised the referees.",
        ["Marcus Griffith"],
    ),
    (
        "Richard Oppenheimer, Britain's ambassador to Yemen, is optimistic.",
        ["Richard Oppenheimer"],
    ),
    (
        '"The vaccine is safe," said Prof. J. H. McDonald of the Royal Institute.',
        ["J. H. McDonald"],
    ),
    (
        "King Faisal Street and Prince Sultan Hospital were closed by the Health Ministry.",
        [],
    ),
    (
        "Asked about the delay, Nilufar Rahimova shrugged. Rahimova runs the depot.",
        ["Nilufar Rahimova", "Rahimova"],
    ),
    (
        "The White House, Downing Street and the European Commission declined to comment on Tuesday.",
        [],
    ),
    (
        "Chancellor Friedrich Baumann, Finance Minister Sven Lindgren and Labour leader Fiona MacLeod signed.",
        ["Friedrich Baumann", "Sven Lindgren", "Fiona MacLeod"],
    ),
    (
        '"No comment," Wu Jianhua told Xinhua. Wu is due in court on Friday.',
        ["Wu Jianhua", "Wu"],
    ),
    (
        "Goals from Thabo Mokoena and Sipho Dlamini sank Orlando City.",
        ["Thabo Mokoena", "Sipho Dlamini"],
    ),
    (
        "Nurse Precious Ncube, 29, and porter Joseph Banda, 51, were on shift.",
        ["Precious Ncube", "Joseph Banda"],
    ),
    (
        "Hundreds gathered in Martyrs' Square to hear Abdullah Hamdan and Umm Hassan speak.",
        ["Abdullah Hamdan", "Umm Hassan"],
    ),
]


@pytest.mark.parametrize(("text", "names"), ARABIC)
def test_people_of_arabic_sentences(text: str, names: list[str]):
    assert people(text, "ar") == names


@pytest.mark.parametrize(("text", "names"), ENGLISH)
def test_people_of_english_sentences(text: str, names: list[str]):
    assert people(text, "en") == names
