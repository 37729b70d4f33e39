"""Reported clauses without marks that stand before whoever says them, in English."""

from __future__ import annotations

import pytest

from tests.unit.test_quotes_ordinary import told


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param(
            "The second instalment was paid into an account abroad, the club's sporting director, Haitham al-Shaqsi, "
            "said on Wednesday.",
            [("Haitham al-Shaqsi", "Haitham al-Shaqsi", "The second instalment was paid into an account abroad")],
            id="a title and a name between commas",
        ),
        pytest.param(
            "A fresh election will be held on 28 March, Mourad Tazrout, the federation's secretary-general, announced.",
            [("Mourad Tazrout", "Mourad Tazrout", "A fresh election will be held on 28 March")],
            id="a name and what explains it",
        ),
        pytest.param(
            "Without the sale, the club would have been docked points for its debts, its board said in a statement.",
            [("", "its board", "Without the sale, the club would have been docked points for its debts")],
            id="whose board it is",
        ),
        pytest.param(
            "The company wants a clause allowing it to leave if an official is charged, according to marketing "
            "director Linda Hammouche.",
            [
                (
                    "Linda Hammouche",
                    "Linda Hammouche",
                    "The company wants a clause allowing it to leave if an official is charged",
                )
            ],
            id="a source behind a verb that reports nothing",
        ),
        pytest.param(
            "The club's chairman, Salim al-Abri, said the money had been paid. The election committee met on Monday. "
            '"The committee is not a court," its chairman, retired judge Abdelkader Hachelaf, told reporters.',
            [
                ("Salim al-Abri", "Salim al-Abri", "the money had been paid"),
                ("Abdelkader Hachelaf", "Abdelkader Hachelaf", "The committee is not a court,"),
            ],
            id="another body's chairman, whose name follows",
        ),
        pytest.param(
            "Nobody there expects the new locks, the new cameras or the new rules to outlive the summer.",
            [],
            id="a list",
        ),
    ],
)
def test_clauses_before_who_says_them(text: str, wanted: list[tuple[str, str, str]]) -> None:
    assert told(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param(
            "Brigadier Fuad Salama was quoted by the Madina website as saying it took six hours. He praised the "
            "volunteers, who he said had “saved the neighbourhood”.",
            [
                ("Fuad Salama", "Fuad Salama", "it took six hours"),
                ("Fuad Salama", "", "saved the neighbourhood"),
            ],
            id="the paper only passes it on",
        ),
        pytest.param(
            "“It took six hours,” Fuad Salama was quoted as saying by Madina News.",
            [("Fuad Salama", "Fuad Salama", "It took six hours,")],
            id="behind the quotation, the paper last",
        ),
        pytest.param(
            "“It took six hours,” Fuad Salama was quoted by Madina News as saying.",
            [("Fuad Salama", "Fuad Salama", "It took six hours,")],
            id="behind the quotation, the paper in the middle",
        ),
        pytest.param(
            "Salwa Radi left. “It took six hours,” she was quoted as saying by the Madina News.",
            [("Salwa Radi", "", "It took six hours,")],
            id="a pronoun",
        ),
        pytest.param(
            "“We will keep fighting,” his wife, Mona Zaki, said as she left the courtroom. “This is not over.”",
            [("Mona Zaki", "Mona Zaki", "We will keep fighting,"), ("Mona Zaki", "", "This is not over.")],
            id="whose wife she is, before her name",
        ),
    ],
)
def test_who_is_quoted_and_whose_relation_speaks(text: str, wanted: list[tuple[str, str, str]]) -> None:
    assert told(text) == wanted
