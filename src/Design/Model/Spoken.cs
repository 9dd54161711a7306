using System.Globalization;
using Suiying.Kernel;

namespace Suiying.Design;

/// <summary>Says something in a language that is not that of whoever is served now.</summary>
public static class Spoken
{
    public static T In<T>(string language, Func<T> say)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            Translations.Speak(language);
            return say();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
