namespace Suiying.Contracts.Registry;

/// <summary>应急电话: a number that people in danger call or text, before and instead of the hotline.</summary>
/// <param name="Number">As it is dialled.</param>
/// <param name="Names">What it is for, by language.</param>
/// <param name="Sms">True where it is written to: the way of who cannot speak or hear.</param>
public sealed record EmergencyNumber(string Number, IReadOnlyDictionary<string, string> Names, bool Sms)
{
    public const int Most = 8;

    /// <summary>Those of China, which every city showed before packs named their own.</summary>
    public static IReadOnlyList<EmergencyNumber> Usual { get; } =
    [Of("110", "报警", "Police"), Of("119", "火警", "Fire"), Of("120", "急救", "Ambulance"), Of("122", "交通事故", "Traffic accidents")];

    private static EmergencyNumber Of(string number, string chinese, string english) =>
        new(number, new Dictionary<string, string> { ["zh"] = chinese, ["en"] = english }, false);

    /// <summary>In a language, else in the first that there is.</summary>
    public string NameIn(string language) => Names.GetValueOrDefault(language) ?? Names.Values.First();
}
