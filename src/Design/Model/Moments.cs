using System.Globalization;
using Suiying.Kernel;

namespace Suiying.Design;

/// <summary>Days, times and numbers as people read them, in their language. The caller has brought a time to the city's zone.</summary>
public static class Moments
{
    /// <summary>7月15日 · 15 Jul</summary>
    public static string ShortDay(DateOnly day) => day.ToString(Translations.Of("M月d日"), Language);

    /// <summary>2026年7月15日 · 15 Jul 2026</summary>
    public static string Day(DateOnly day) => day.ToString(Translations.Of("yyyy年M月d日"), Language);

    /// <summary>7月15日 17:30 · 15 Jul, 17:30</summary>
    public static string Short(DateTimeOffset at) => at.ToString(Translations.Of("M月d日 HH:mm"), Language);

    /// <summary>2026年7月15日 17:30 · 15 Jul 2026, 17:30</summary>
    public static string Long(DateTimeOffset at) => at.ToString(Translations.Of("yyyy年M月d日 HH:mm"), Language);

    /// <summary>Short in the year of <paramref name="now"/>, with the year in any other.</summary>
    public static string Near(DateTimeOffset at, DateTimeOffset now) => at.Year == now.Year ? Short(at) : Long(at);

    /// <summary>12,345</summary>
    public static string Count(long number) => number.ToString("N0", Language);

    /// <summary>98.7</summary>
    public static string Tenths(double number) => number.ToString("0.0", Language);

    /// <summary>98% of a share of 1.</summary>
    public static string Percent(double share, int decimals = 0) => share.ToString($"P{decimals}", Language);

    private static CultureInfo Language => Translations.LanguageOf(CultureInfo.CurrentUICulture);
}
