"""Currencies by their ISO 4217 codes."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

CODES = frozenset(
    """
    AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN
    BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR
    FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD
    JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD
    MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP
    PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC
    SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST
    XAF XCD XOF XPF YER ZAR ZMW ZWG
    """.split()
)

COMMON = ("EUR", "USD", "GBP", "CHF", "CAD", "AUD", "INR", "SEK", "NOK", "DKK", "PLN")

SYMBOLS = {
    "EUR": "€", "USD": "$", "GBP": "£", "JPY": "¥", "INR": "₹", "KRW": "₩", "UAH": "₴",
    "CAD": "CA$", "AUD": "A$", "NZD": "NZ$", "BRL": "R$", "ILS": "₪", "VND": "₫",
}  # fmt: skip


def validate_currency(code: str) -> None:
    if code not in CODES:
        raise ValidationError(
            _("Enter a currency by its three letters, such as EUR or USD."),
            code="currency",
        )


def symbol(code: str) -> str:
    """``€`` for EUR; the code and a space where there is no symbol."""
    return SYMBOLS.get(code) or (f"{code} " if code else "")
