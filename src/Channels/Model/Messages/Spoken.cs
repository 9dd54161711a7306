using System.Globalization;

namespace Suiying.Channels.Model.Messages;

/// <summary>Says something in a language that is not that of whoever is served now.</summary>
internal static class Spoken
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
