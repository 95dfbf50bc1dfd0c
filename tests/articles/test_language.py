"""The language of a text, or an error that names it and what is read."""

from __future__ import annotations

import sys

import pytest

from quizgen.articles.language import choose_pack, find_foreign, name_language
from quizgen.errors import ArticleError
from quizgen.langs import LanguagePack

FRENCH = "La ministre a reçu le maire de Corvelle au palais des Étangs, et ils ont parlé du lac pendant deux heures avant de signer la lettre."
OTHERS = {
    "Spanish": "El alcalde recibió a la ministra en el palacio y le entregó una carta que nadie había leído todavía en la ciudad.",
    "Italian": "La ministra ha ricevuto il sindaco nel palazzo e gli ha consegnato una lettera che nessuno aveva ancora letto in città.",
    "German": "Die Ministerin hat den Bürgermeister im Palast empfangen und ihm einen Brief gegeben, den noch niemand gelesen hatte.",
    "Dutch": "De minister heeft de burgemeester in het paleis ontvangen en hem een brief gegeven die nog niemand had gelezen.",
    "Catalan": "La ministra va rebre l'alcalde al palau i li va donar una carta que ningú no havia llegit encara a la ciutat.",
    "Portuguese": "A ministra recebeu o presidente da câmara no palácio e entregou-lhe uma carta que ninguém tinha lido na cidade.",
}


@pytest.mark.parametrize("text", [FRENCH, "La Norvège enverra deux frégates.", "Il dort. Elle lit.", "Qui garde le lac\u202f?", FRENCH.upper()])
def test_french(text: str) -> None:
    """French is known as such, also when it is short."""
    assert choose_pack(text, "a.txt").code == "fr"


ENGLISH = (
    "The minister received the mayor of Corvelle at the Pond Palace, and they talked about the lake for two hours before they signed the letter."
)
QUOTING = f"{FRENCH} « We have been talking about the lake for two hours, and that is enough », a dit la ministre en anglais. {FRENCH}"


@pytest.mark.parametrize("text", [ENGLISH, "Norway will send two frigates.", "He sleeps. She reads the letter."])
def test_english(text: str) -> None:
    """English is known as such, also when it is short."""
    assert choose_pack(text, "a.txt").code == "en"


def test_a_language_with_quotations_in_another() -> None:
    """A French article with words in English stays French."""
    assert choose_pack(QUOTING, "a.txt").code == "fr"
    half = f"{FRENCH} « {ENGLISH} {ENGLISH} », a dit la ministre."
    assert choose_pack(half, "a.txt").code == "fr"
    assert choose_pack(f"« {FRENCH} »", "a.txt").code == "fr"  # nothing but a quotation


def test_quotations_in_another_language_are_left_out(french: LanguagePack) -> None:
    """Paragraphs that are quoted in another language are left out, but make no mixed text."""
    assert find_foreign([FRENCH, f"« {ENGLISH} »", FRENCH], french, "a.txt") == {1}
    assert find_foreign([f"{FRENCH} « {ENGLISH} {ENGLISH} », a dit la ministre."], french, "a.txt") == frozenset()


@pytest.mark.parametrize("name", OTHERS)
def test_other_languages(name: str) -> None:
    """Another language is named, with those that are read and the way out."""
    with pytest.raises(ArticleError) as caught:
        choose_pack(OTHERS[name], "a.txt")
    assert str(caught.value) == f"a.txt: this seems to be {name}; what is read: English, français. If it is one of these, name it with --lang."


def test_mixed(french: LanguagePack) -> None:
    """A text in two languages is refused with the share; a short quotation in another is only left out."""
    with pytest.raises(ArticleError, match=r"a\.txt: 4\d% of this text is not français but seems to be Spanish\. Give it in one language"):
        find_foreign([FRENCH, OTHERS["Spanish"]], french, "a.txt")
    assert find_foreign([FRENCH] * 4 + [OTHERS["Spanish"]], french, "a.txt") == {4}
    assert find_foreign([FRENCH, "God save the Queen, a dit la ministre."], french, "a.txt") == frozenset()


def test_plain_french_loads_no_table() -> None:
    """The library is only asked about doubtful texts: its table takes half a second."""
    sys.modules.pop("py3langid.langid", None)
    choose_pack(FRENCH, "a.txt")
    assert "py3langid.langid" not in sys.modules


def test_names_of_languages() -> None:
    """Codes without a name are said as they are."""
    assert (name_language("es"), name_language("zxx")) == ("Spanish", "another language (zxx)")
