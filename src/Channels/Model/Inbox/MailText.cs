using System.Text;
using System.Text.RegularExpressions;
using MimeKit;
using MimeKit.Text;

namespace Suiying.Channels.Model.Inbox;

/// <summary>The words of a mail that its sender wrote now: plain, without what is quoted from earlier ones and without a signature.</summary>
internal static partial class MailText
{
    /// <summary>What is shown of none of these elements is text of the sender.</summary>
    private static readonly HashSet<string> Hidden = ["head", "title", "style", "script", "noscript", "template"];

    private static readonly HashSet<string> Blocks =
    [
        "address",
        "article",
        "blockquote",
        "div",
        "dd",
        "dt",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "p",
        "pre",
        "section",
        "table",
        "td",
        "tr",
        "ul",
    ];

    public static string Of(MimeMessage mail) =>
        mail.TextBody is { } plain && !string.IsNullOrWhiteSpace(plain) ? Own(plain)
        : mail.HtmlBody is { } html ? Own(FromHtml(html))
        : "";

    /// <summary>One line without anything that is no character.</summary>
    public static string Line(string text) => Spaces().Replace(Visible(text).Replace('\n', ' '), " ").Trim();

    /// <summary>Never cuts a character in two.</summary>
    public static string Short(string text, int most) =>
        text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];

    /// <summary>Without the history below and the signature; the whole where nothing would be left.</summary>
    public static string Own(string text)
    {
        var all = Visible(text);
        var ends = new[] { History(), WroteBefore(), Heads(), Signature() }.Select(end => end.Match(all)).Where(m => m.Success);
        var own = Tidy(Quoted().Replace(all[..ends.Select(m => m.Index).Append(all.Length).Min()], ""));
        return own.Length > 0 ? own : Tidy(all);
    }

    public static string FromHtml(string html)
    {
        var text = new StringBuilder();
        var tokens = new HtmlTokenizer(new StringReader(html));
        var hidden = 0;
        while (tokens.ReadNextToken(out var token))
        {
            if (token is HtmlTagToken tag)
            {
                var name = tag.Name.ToLowerInvariant();
                // Many mails never close their head.
                if (name == "body")
                    hidden = 0;
                else if (Hidden.Contains(name) && !tag.IsEmptyElement)
                    hidden = Math.Max(0, hidden + (tag.IsEndTag ? -1 : 1));
                else if (name == "br" || Blocks.Contains(name))
                    text.Append('\n');
            }
            else if (token is HtmlDataToken { Kind: not HtmlTokenKind.ScriptData } data && hidden == 0)
                text.Append(Spaces().Replace(data.Data.ReplaceLineEndings(" "), " "));
        }
        return text.ToString();
    }

    private static string Visible(string text) =>
        string.Concat(
            text.ReplaceLineEndings("\n")
                .Replace('\t', ' ')
                .Replace('\u00a0', ' ')
                .Where(c => c == '\n' || !char.IsControl(c) && c is not ('\u200b' or '\ufeff' or '\ufffc'))
        );

    private static string Tidy(string text) =>
        Gaps().Replace(string.Join('\n', text.Split('\n').Select(line => line.Trim())), "\n\n").Trim();

    [GeneratedRegex(@"[ \u3000]{2,}")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\n{3,}")]
    private static partial Regex Gaps();

    [GeneratedRegex(@"^[ ]{0,3}>.*$\n?", RegexOptions.Multiline)]
    private static partial Regex Quoted();

    /// <summary>The line that QQ mail and Outlook put over what they quote.</summary>
    [GeneratedRegex(
        @"^[ ]{0,3}-{2,40}[ ]{0,3}(原始邮件|原邮件|回复的原邮件|Original Message)[ ]{0,3}-{2,40}[ ]{0,3}$",
        RegexOptions.Multiline | RegexOptions.IgnoreCase
    )]
    private static partial Regex History();

    /// <summary>On such a day such a one wrote; Gmail breaks it over two lines.</summary>
    [GeneratedRegex(
        @"^(?=[^\n]{0,200}([@年]|20[0-9]{2}))[^\n]{4,300}(写道|wrote)[ ]?[:：][ ]{0,3}$|^(On|在)[ ][^\n]{4,200}\n[^\n]{0,120}(写道|wrote)[ ]?[:：][ ]{0,3}$",
        RegexOptions.Multiline
    )]
    private static partial Regex WroteBefore();

    /// <summary>The head of the quoted mail, as Outlook copies it.</summary>
    [GeneratedRegex(
        @"^[ ]{0,3}(发件人|From)[ ]?[:：][^\n]{1,200}\n+[ ]{0,3}(发送时间|发送日期|日期|时间|收件人|Sent|Date|To)[ ]?[:：]",
        RegexOptions.Multiline
    )]
    private static partial Regex Heads();

    /// <summary>RFC 3676: two hyphens and a blank.</summary>
    [GeneratedRegex(@"^--[ ]?$", RegexOptions.Multiline)]
    private static partial Regex Signature();
}
