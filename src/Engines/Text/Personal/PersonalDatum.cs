namespace Suiying.Engines.Text.Personal;

/// <summary>Kinds of personal data that stand in what people write (PIPL art. 4, 28).</summary>
public enum PersonalDataKind
{
    /// <summary>姓名, 姓氏加称呼</summary>
    Name,

    /// <summary>电话: a mobile number or a home's landline</summary>
    Phone,

    /// <summary>居民身份证号 whose check character is right (GB 11643)</summary>
    Identity,

    /// <summary>车牌号</summary>
    Plate,

    /// <summary>住址, down to a house, building or room</summary>
    Address,

    /// <summary>银行卡号 that passes Luhn</summary>
    Card,

    /// <summary>微信号</summary>
    WeChat,

    /// <summary>QQ号</summary>
    Qq,

    /// <summary>电子邮箱</summary>
    Email,
}

/// <summary>One find: where it stands in the text as it was written.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Index of its first character.</param>
/// <param name="Length">In UTF-16 units.</param>
public readonly record struct PersonalDatum(PersonalDataKind Kind, int Start, int Length)
{
    public int End => Start + Length;

    public string In(string text) => text.Substring(Start, Length);

    internal bool Touches(PersonalDatum other) => Start < other.End && other.Start < End;
}
