using Suiying.Contracts.Requests;

namespace Suiying.Channels.Model.Inbox;

/// <summary>归并建议: of which matter of its sender a message seems to speak. Only ever of the sender's own.</summary>
public static class ThreadOf
{
    /// <summary>The matter whose number the source or the words name; else the only open one, where there is one alone; else null.</summary>
    public static string? Find(MessageWords words, IReadOnlyList<PersonMatter> matters)
    {
        var named = matters.Where(m => m.Number == words.About || Names(words.Text, m.Number)).ToList();
        if (named is [var one])
            return one.Number;
        var open = matters.Where(m => !m.Ended).ToList();
        return named.Count == 0 && open is [var only] ? only.Number : null;
    }

    /// <summary>The whole number: one that is longer is another.</summary>
    private static bool Names(string text, string number)
    {
        for (var at = text.IndexOf(number, StringComparison.Ordinal); at >= 0; at = text.IndexOf(number, at + 1, StringComparison.Ordinal))
        {
            var end = at + number.Length;
            if ((at == 0 || !char.IsAsciiLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsAsciiLetterOrDigit(text[end])))
                return true;
        }
        return false;
    }
}
