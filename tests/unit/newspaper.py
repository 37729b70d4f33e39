"""Short passages as newspapers write them, with the people and bodies that they name.

Everybody in them is invented, and so are most places; no body that exists says anything. They were written, with what
is expected of them, before the rules that they test were looked at. ``A = B``: the texts A and B name the same.
"""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["PASSAGES", "Passage"]


class Passage(NamedTuple):
    """A passage, its language, and the texts that name each person and each body."""

    name: str
    language: str
    text: str
    people: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()


ARABIC = (
    (
        "union and its head alone",
        "أعلنت نقابة عمال المخابز في تل الورد إضرابا مفتوحا. وقالت النقابة إن الأجور لم تتغير منذ عامين.",
        (),
        ("نقابة عمال المخابز = النقابة",),
    ),
    (
        "authority of two nouns, led by somebody",
        "قال رئيس هيئة النقل البري مروان الدقاق إن الطريق سيفتح غدا. وأضاف الدقاق أن الهيئة خصصت مليون دينار للصيانة.",
        ("مروان الدقاق = الدقاق",),
        ("هيئة النقل البري = الهيئة",),
    ),
    (
        "municipality of an unknown town",
        "ردت بلدية عين الزنبق على الشكاوى. وأكدت البلدية أن المياه صالحة للشرب.",
        (),
        ("بلدية عين الزنبق = البلدية",),
    ),
    (
        "association with two adjectives",
        "طالبت الجمعية الوطنية الخيرية للمكفوفين بزيادة الدعم، وقال أمين سرها وسيم العتال إن الصندوق فارغ.",
        ("وسيم العتال",),
        ("الجمعية الوطنية الخيرية للمكفوفين",),
    ),
    (
        "company with a name of its own",
        "وقعت شركة الزنبقة للمقاولات العقد أمس، وقال مديرها التنفيذي نادر القصار إن الشركة ستبدأ العمل في الربيع.",
        ("نادر القصار",),
        ("شركة الزنبقة للمقاولات = الشركة",),
    ),
    (
        "company in quotation marks",
        "رفضت شركة «سنابل الخير» للصناعات الغذائية الاتهامات، وقالت الشركة إنها تحتفظ بحقها.",
        (),
        ("سنابل الخير = الشركة",),
    ),
    (
        "police of a town",
        "أوقفت شرطة وادي الصفصاف ثلاثة أشخاص، وقالت الشرطة في بيان إن التحقيق مستمر.",
        (),
        ("شرطة وادي الصفصاف = الشرطة",),
    ),
    (
        "students' union of a university's town",
        "دعا اتحاد طلبة وادي الصفصاف إلى الاعتصام، وقال المتحدث باسم الاتحاد أيهم السراج إن المطالب واضحة.",
        ("أيهم السراج",),
        ("اتحاد طلبة وادي الصفصاف = الاتحاد",),
    ),
    (
        "court of first instance",
        "قضت محكمة بداية تل الورد بسجن المتهم سنتين. ورأت المحكمة أن الأدلة كافية.",
        (),
        ("محكمة بداية تل الورد = المحكمة",),
    ),
    (
        "board of directors belongs to a company",
        "اجتمع مجلس إدارة شركة النسيم للطيران أمس برئاسة هالة البارودي.",
        ("هالة البارودي",),
        ("شركة النسيم للطيران",),
    ),
    (
        "chamber of commerce",
        "حذرت غرفة تجارة عين الزنبق من نقص السكر. وقال رئيس الغرفة مطيع الأنصاري إن المخزون يكفي شهرا.",
        ("مطيع الأنصاري",),
        ("غرفة تجارة عين الزنبق = الغرفة",),
    ),
    (
        "committee formed, then speaking",
        "وصلت لجنة تقصي الحقائق إلى القرية. وذكرت اللجنة أنها استمعت إلى عشرين شاهدا.",
        (),
        ("لجنة تقصي الحقائق = اللجنة",),
    ),
    (
        "a head alone before the full name leads forward only in the text",
        "قال عدنان الملاح، وهو عامل في الميناء، إنه لم يقبض راتبه. ولم ترد إدارة الميناء على أسئلتنا.",
        ("عدنان الملاح",),
        ("إدارة الميناء",),
    ),
    (
        "what nobody named is no body",
        "قال أحد السكان إن الشركة التي حفرت البئر رحلت، وإن اللجنة لم تأت.",
        (),
        (),
    ),
    (
        "two bodies of one head",
        "التقت نقابة الأطباء ونقابة المهندسين في تل الورد. وقالت النقابة الأولى إنها راضية.",
        (),
        ("نقابة الأطباء", "نقابة المهندسين"),
    ),
    (
        "league with an adjective",
        "انتقدت الرابطة الساحلية لمربي النحل القرار، وقال رئيسها شكيب الحداد إن الخسائر كبيرة.",
        ("شكيب الحداد",),
        ("الرابطة الساحلية لمربي النحل",),
    ),
    (
        "directorate of a place",
        "نفت مديرية صحة تل الورد وجود إصابات، وأوضحت المديرية أن الفحوص سليمة.",
        (),
        ("مديرية صحة تل الورد = المديرية",),
    ),
    (
        "channel and its correspondent",
        "نقلت مراسلة قناة الضفاف رنا المهتدي عن سائق قوله إن الجسر مغلق.",
        ("رنا المهتدي",),
        ("الضفاف",),
    ),
    (
        "foundation named after somebody",
        "وزعت مؤسسة حليم الشماع للتنمية مئة منحة، وقالت المؤسسة إن العدد سيرتفع.",
        (),
        ("مؤسسة حليم الشماع للتنمية = المؤسسة",),
    ),
    (
        "ministry with two offices",
        "أصدرت وزارة الزراعة والري تعميما. وشددت الوزارة على منع الصيد.",
        (),
        ("وزارة الزراعة والري = الوزارة",),
    ),
    (
        "council with adjectives",
        "أقر المجلس الأعلى للسياحة الخطة. وقال المجلس إن التنفيذ يبدأ في آذار.",
        (),
        ("المجلس الأعلى للسياحة = المجلس",),
    ),
    (
        "party and its office",
        "أكد حزب النهضة الريفية أنه سيقاطع الجلسة، وقال نائب عن الحزب هو رشدي الخوجة إن القرار نهائي.",
        ("رشدي الخوجة",),
        ("حزب النهضة الريفية = الحزب",),
    ),
    (
        "movement named by a phrase",
        "اتهمت حركة أبناء السهل الحكومة بالتقصير. وأعلنت الحركة أنها ستتظاهر الجمعة.",
        (),
        ("حركة أبناء السهل = الحركة",),
    ),
    (
        "association in genitive with a place",
        "شكرت جمعية صيادي الأسماك في الخور الصغير المتبرعين.",
        (),
        ("جمعية صيادي الأسماك",),
    ),
    (
        "hospital administration",
        "أعلن مستشفى الرازي الجديد وفاة سائق الحافلة فايز البقاعي متأثرا بجراحه.",
        ("فايز البقاعي",),
        ("مستشفى الرازي الجديد",),
    ),
    (
        "named person after a plain noun",
        "روت الطالبة ميسون الكيلاني ما جرى، وقالت زميلتها سوسن عرابي إنها كانت معها.",
        ("ميسون الكيلاني", "سوسن عرابي"),
        (),
    ),
    (
        "person after a trade and a comma",
        "ويقول صاحب المتجر، برهان التلاوي، إن الزبائن قلوا. ويضيف التلاوي: «لم أبع شيئا».",
        ("برهان التلاوي = التلاوي",),
        (),
    ),
    (
        "speaker without a title",
        "قال زياد مرعشلي لصحيفتنا إنه باع أرضه. وأوضح مرعشلي أن الثمن كان قليلا.",
        ("زياد مرعشلي = مرعشلي",),
        (),
    ),
    (
        "foreign name in Arabic letters",
        "أعربت الباحثة الهولندية ماريكه فان دير ميولن عن قلقها، وقالت فان دير ميولن إن المياه ملوثة.",
        ("ماريكه فان دير ميولن = فان دير ميولن",),
        (),
    ),
    (
        "Turkish name",
        "قال المهندس التركي أوكان يلدريم أوغلو إن الجسر آمن.",
        ("أوكان يلدريم أوغلو",),
        (),
    ),
    (
        "three parts, then the first and last",
        "كتبت الشاعرة نهى عبد الكريم الصايغ القصيدة. وقرأت نهى الصايغ منها مقطعا.",
        ("نهى عبد الكريم الصايغ = نهى الصايغ",),
        (),
    ),
    (
        "kunya",
        "يعرف الجميع أبو رامي، واسمه الكامل جودت السمان. ويقول السمان إن الفرن فرنه منذ ثلاثين عاما.",
        ("جودت السمان = السمان = أبو رامي",),
        (),
    ),
    (
        "ordinary words that are names",
        "على أمل أن يعود السلام، قال فرحان الجمال إن الجمال وحده لا يكفي.",
        ("فرحان الجمال",),
        (),
    ),
    (
        "verb and a noun that no name is",
        "قال شاهد إن النار اشتعلت عند الفجر وإن رجال الإطفاء وصلوا متأخرين.",
        (),
        (),
    ),
    (
        "judge and lawyer",
        "استمع القاضي حازم الترك إلى المحامية لبنى الشريف. وطلبت الشريف تأجيل الجلسة فرفض الترك.",
        ("حازم الترك = الترك", "لبنى الشريف = الشريف"),
        (),
    ),
    (
        "son of",
        "نعت العائلة الشيخ ناصر بن غازي آل درويش.",
        ("ناصر بن غازي آل درويش",),
        (),
    ),
    (
        "colon headline",
        "الكيالي: لن نرفع الأسعار\nقال وزير التموين أنس الكيالي إن الأسعار ثابتة.",
        ("أنس الكيالي = الكيالي",),
        (),
    ),
    (
        "two speakers joined",
        "قال النائبان غسان الرفاعي وليلى نصولي إن المشروع ناقص.",
        ("غسان الرفاعي", "ليلى نصولي"),
        (),
    ),
    (
        "source phrase",
        "وبحسب اتحاد مزارعي الزيتون، تراجع الإنتاج إلى النصف. ويتوقع الاتحاد موسما أسوأ.",
        (),
        ("اتحاد مزارعي الزيتون = الاتحاد",),
    ),
    (
        "an officer by rank",
        "صرح العقيد ركن مأمون العظمة بأن الطريق آمن.",
        ("مأمون العظمة",),
        (),
    ),
)

ENGLISH = (
    (
        "union and the union",
        "The Bakers' Union called a strike on Monday. The union said wages had not moved in two years.",
        (),
        ("Bakers' Union = union",),
    ),
    (
        "authority in lower case",
        "The port authority said the pier was safe. Its director, Lamia Hourieh, said repairs would take a month.",
        ("Lamia Hourieh",),
        ("port authority",),
    ),
    (
        "council of a town",
        "Tell Warda Municipal Council rejected the plan. The council said it had not been asked.",
        (),
        ("Tell Warda Municipal Council = council",),
    ),
    (
        "company without a head word that is no person",
        'Zanbaka Foods denied the report. "We test every batch," the company said.',
        (),
        ("Zanbaka Foods = company",),
    ),
    (
        "union of somebody",
        "The union of bus drivers welcomed the offer, its secretary Ramzi Attal said.",
        ("Ramzi Attal",),
        ("union of bus drivers",),
    ),
    (
        "ministry by lower case office",
        "The agriculture ministry said the wells were closed. The ministry gave no date.",
        (),
        ("agriculture ministry = ministry",),
    ),
    (
        "commission",
        "The National Elections Commission will publish the lists on Friday, the commission said.",
        (),
        ("National Elections Commission = commission",),
    ),
    (
        "chamber of commerce of a town",
        "The Tell Warda Chamber of Commerce warned of shortages. Adib Qassar, who heads the chamber, blamed the drought.",
        ("Adib Qassar",),
        ("Tell Warda Chamber of Commerce = chamber",),
    ),
    (
        "syndicate",
        "The Syndicate of Pharmacists urged members to stay home. The syndicate would meet again, it said.",
        (),
        ("Syndicate of Pharmacists = syndicate",),
    ),
    (
        "surname alone",
        "Samir Daqqaq fixes boats. Daqqaq said the winter had been long.",
        ("Samir Daqqaq = Daqqaq",),
        (),
    ),
    (
        "foreign names",
        "The inspector, Anneke van Houten, met Piotr Zielak and Mwangi Otieno. Zielak declined to comment.",
        ("Anneke van Houten", "Piotr Zielak = Zielak", "Mwangi Otieno"),
        (),
    ),
    (
        "name before its trade",
        'Hanan Chidiac, a nurse at the clinic, said she had seen the fire. "It was quick," Chidiac said.',
        ("Hanan Chidiac = Chidiac",),
        (),
    ),
    (
        "capitals of a headline",
        "Rain Delays Ferry Service\nPassengers waited for hours, said Tony Maalouly, a deckhand.",
        ("Tony Maalouly",),
        (),
    ),
    (
        "a ship and a prize are nobody",
        "The ferry Amal Star won the Golden Anchor Award before Captain Bashir Laham retired.",
        ("Bashir Laham",),
        (),
    ),
    (
        "police of a town",
        "Tell Warda police arrested two men. The police said a third was sought.",
        (),
        ("Tell Warda police = police",),
    ),
    (
        "board of a company",
        "The board of Nasim Airways met on Tuesday. Chairwoman Hala Baroudy said a vote would follow.",
        ("Hala Baroudy",),
        ("Nasim Airways",),
    ),
    (
        "initials and hyphens",
        "J. R. Abu-Shaqra, the surveyor, measured the wall twice. Abu-Shaqra found a crack.",
        ("J. R. Abu-Shaqra = Abu-Shaqra",),
        (),
    ),
    (
        "sentence-initial words",
        "However Salim Tarazi put it, the vote was lost. Instead, Tarazi resigned. Yesterday Tarazi left.",
        ("Salim Tarazi = Tarazi",),
        (),
    ),
    (
        "association of parents",
        'The parents\' association accused the school. "Nobody listened," the association said in a letter.',
        (),
        ("parents' association = association",),
    ),
    (
        "months and days are nobody",
        "April Showers Festival opens on Sunday in Port Marram, organiser Dina Haffar said.",
        ("Dina Haffar",),
        (),
    ),
    (
        "titles before surnames",
        "Dr Maya Sabbagh and Ms Hana Rizk spoke first. Dr Sabbagh praised Ms Rizk.",
        ("Maya Sabbagh = Sabbagh", "Hana Rizk = Rizk"),
        (),
    ),
    (
        "federation with an abbreviation",
        "The Coastal Rowing Federation (CRF) has a new president, Fadi Nakhle. The CRF thanked its members.",
        ("Fadi Nakhle",),
        ("Coastal Rowing Federation = CRF",),
    ),
    (
        "a place before a noun",
        "Wadi Safsaf residents said the Wadi Safsaf bridge was closed, teacher Rania Ousta reported.",
        ("Rania Ousta",),
        (),
    ),
    (
        "what nobody named is no body",
        "A resident said the company that dug the well had left and the committee never came.",
        (),
        (),
    ),
    (
        "students' union",
        "The students' union occupied the hall. Its leader, Ayham Sarraj, said the union would not move.",
        ("Ayham Sarraj",),
        ("students' union = union",),
    ),
    (
        "hospital",
        "Doctors at Razi Hospital saved Fayez Bekai. The hospital said he was stable.",
        ("Fayez Bekai",),
        ("Razi Hospital = hospital",),
    ),
    (
        "civil defence opens the sentence",
        "Civil defence said the fire was out. Firefighter Joud Nassar was treated for smoke.",
        ("Joud Nassar",),
        ("Civil defence",),
    ),
    (
        "possessive",
        "Samar Kettaneh's lawyer, Elie Ghosn, called the charge absurd. Kettaneh's trial opens in May.",
        ("Samar Kettaneh = Kettaneh", "Elie Ghosn"),
        (),
    ),
    (
        "broadcaster",
        "Al-Difaf TV reported that the road was open. The channel quoted a driver, Munir Sabra.",
        ("Munir Sabra",),
        ("Al-Difaf TV = channel",),
    ),
    (
        "farmers' cooperative",
        "The Olive Growers' Cooperative expects a poor harvest, its head Shakib Haddadin told reporters.",
        ("Shakib Haddadin",),
        ("Olive Growers' Cooperative",),
    ),
)

PASSAGES = tuple(Passage(f"ar: {one[0]}", "ar", *one[1:]) for one in ARABIC) + tuple(
    Passage(f"en: {one[0]}", "en", *one[1:]) for one in ENGLISH
)
