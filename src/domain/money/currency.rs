//! The currencies of ISO 4217 and how many decimals each has.

/// Every currency code in use.
const CODES: &str = "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN \
    BZD CAD CDF CHF CLF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD \
    GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP \
    LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN \
    PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS \
    TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG";

/// How many decimals amounts in this currency have; 2 for an unknown code.
pub fn decimals(currency: &str) -> u32 {
    match currency {
        "BIF" | "CLP" | "DJF" | "GNF" | "ISK" | "JPY" | "KMF" | "KRW" | "PYG" | "RWF" | "UGX" | "VND"
        | "VUV" | "XAF" | "XOF" | "XPF" => 0,
        "BHD" | "IQD" | "JOD" | "KWD" | "LYD" | "OMR" | "TND" => 3,
        "CLF" => 4,
        _ => 2,
    }
}

/// The currencies whose amounts have other than two decimals, with how many.
pub fn unusual() -> impl Iterator<Item = (&'static str, u32)> {
    CODES.split_ascii_whitespace().map(|code| (code, decimals(code))).filter(|(_, places)| *places != 2)
}

/// An amount as hundredths of its unit, so that amounts of different currencies compare by their figures.
pub fn hundredths(minor: i64, currency: &str) -> i64 {
    match decimals(currency) {
        0 => minor.saturating_mul(100),
        3 => minor / 10,
        4 => minor / 100,
        _ => minor,
    }
}

/// Whether this is the code of a currency in use: three capital letters of ISO 4217.
pub fn is_currency(code: &str) -> bool {
    code.len() == 3 && CODES.split_ascii_whitespace().any(|known| known == code)
}

/// Signs and words that people write beside an amount, folded, with the codes that they may mean.
const SIGNS: &[(&str, &str)] = &[
    ("rmb", "CNY"),
    ("人民币", "CNY"),
    ("us$", "USD"),
    ("hk$", "HKD"),
    ("美元", "USD"),
    ("欧元", "EUR"),
    ("日元", "JPY"),
    ("港元", "HKD"),
    ("港币", "HKD"),
    ("英镑", "GBP"),
    ("韩元", "KRW"),
    ("元", "CNY HKD TWD USD SGD AUD CAD NZD MOP JPY KRW EUR"),
    ("块", "CNY HKD TWD"),
    ("円", "JPY"),
    ("¥", "CNY JPY"),
    ("$", "USD AUD CAD HKD SGD NZD TWD MXN ARS CLP COP"),
    ("€", "EUR"),
    ("£", "GBP EGP"),
    ("₩", "KRW KPW"),
    ("₫", "VND"),
    ("₹", "INR"),
    ("₽", "RUB"),
    ("฿", "THB"),
];

/// The text without a currency written before or after it; nothing where that is another currency than this one.
pub(super) fn strip<'a>(text: &'a str, currency: &str) -> Option<&'a str> {
    let code = currency.to_lowercase();
    if let Some(rest) = without(text, &code) {
        return Some(rest);
    }
    for (sign, codes) in SIGNS {
        if let Some(rest) = without(text, sign) {
            return codes.split(' ').any(|one| one == currency).then_some(rest);
        }
    }
    let has_digit = |rest: &str| rest.contains(|sign: char| sign.is_ascii_digit());
    let is_other = |other: &str| without(text, &other.to_lowercase()).is_some_and(has_digit);
    if CODES.split_ascii_whitespace().any(is_other) { None } else { Some(text) }
}

fn without<'a>(text: &'a str, sign: &str) -> Option<&'a str> {
    text.strip_prefix(sign).or_else(|| text.strip_suffix(sign)).map(str::trim)
}
