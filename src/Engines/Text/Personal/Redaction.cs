using System.Text;

namespace Suiying.Engines.Text.Personal;

/// <summary>A text without the personal data that was found in it: what stood there is named by its kind.</summary>
public static class Redaction
{
    /// <summary>The text with each find replaced, such as 〔电话〕.</summary>
    public static string Of(string text) => Of(text, PersonalDataFinder.Find(text));

    /// <summary>Only numbers and accounts, which are nothing else: for a text that a person has read and approved.</summary>
    public static string OfNumbers(string text) =>
        Of(text, [.. PersonalDataFinder.Find(text).Where(f => f.Kind is not (PersonalDataKind.Name or PersonalDataKind.Address))]);

    /// <param name="text">As it was written.</param>
    /// <param name="finds">Of this text, in its order and without overlap.</param>
    public static string Of(string text, IReadOnlyList<PersonalDatum> finds)
    {
        if (finds.Count == 0)
            return text;
        var result = new StringBuilder(text.Length);
        var from = 0;
        foreach (var find in finds)
        {
            result.Append(text, from, find.Start - from).Append('〔').Append(Word(find.Kind)).Append('〕');
            from = find.End;
        }
        return result.Append(text, from, text.Length - from).ToString();
    }

    /// <summary>The kind as people call it.</summary>
    public static string Word(PersonalDataKind kind) =>
        kind switch
        {
            PersonalDataKind.Name => "姓名",
            PersonalDataKind.Phone => "电话",
            PersonalDataKind.Identity => "身份证号",
            PersonalDataKind.Plate => "车牌号",
            PersonalDataKind.Address => "住址",
            PersonalDataKind.Card => "银行卡号",
            PersonalDataKind.WeChat => "微信号",
            PersonalDataKind.Qq => "QQ号",
            _ => "邮箱",
        };
}
