"""The English passages of ``newspaper.py``: name, text, the people and the bodies that are named."""

from __future__ import annotations

__all__ = ["ENGLISH"]

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
        "The Tell Warda Chamber of Commerce warned of shortages. Adib Qassar, who heads the chamber, blamed drought.",
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
