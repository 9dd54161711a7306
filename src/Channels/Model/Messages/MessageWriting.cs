using System.Globalization;
using Suiying.Contracts.Channels;
using Suiying.Contracts.Registry;
using Suiying.Design;

namespace Suiying.Channels.Model.Messages;

/// <summary>A message as it goes out.</summary>
/// <param name="Subject">Null in a text message.</param>
/// <param name="Text">What the person reads.</param>
/// <param name="Link">Where it leads; null where the site's address is not known.</param>
/// <param name="Language">zh or en.</param>
/// <param name="Settings">Where the person changes how they are told; null as for the link.</param>
public sealed record WrittenMessage(string? Subject, string Text, string? Link, string Language, string? Settings)
{
    /// <summary>Says nothing, so that no log line carries it.</summary>
    public override string ToString() => "WrittenMessage(sealed)";
}

/// <summary>Writes messages by the city's templates, else by the built-in ones.</summary>
public sealed class MessageWriting(ICityRegistry registry, IMessageTexts texts, SiteAddress site)
{
    public WrittenMessage Write(OutgoingNotice notice, string? language) =>
        Write(notice.Event, notice.Channel, LanguageOf(language), ValuesOf(notice.Told), notice.Told.Path);

    /// <summary>Several in one: a line each, of what a push of it would say.</summary>
    public WrittenMessage Gather(IReadOnlyList<OutgoingNotice> notices, string? language)
    {
        var speaks = LanguageOf(language);
        var lines = notices
            .OrderBy(n => n.CreatedAt)
            .Select(n => Write(n.Event, MessageChannel.Push, speaks, ValuesOf(n.Told), n.Told.Path).Text);
        return Write(
            MessageEvent.Digest,
            notices[0].Channel,
            speaks,
            new()
            {
                [MessagePlaceholder.Count] = notices.Count.ToString(CultureInfo.InvariantCulture),
                [MessagePlaceholder.List] = string.Join('\n', lines),
            }
        );
    }

    /// <summary>To the new address itself.</summary>
    public WrittenMessage Confirm(string link, string? language) =>
        Write(MessageEvent.ConfirmEmail, MessageChannel.Email, LanguageOf(language), new() { [MessagePlaceholder.Link] = link });

    /// <summary>The person's choice, else the city's language.</summary>
    public string LanguageOf(string? chosen) => chosen ?? registry.Current.City.Writes;

    private WrittenMessage Write(
        MessageEvent of,
        MessageChannel channel,
        string language,
        Dictionary<MessagePlaceholder, string> values,
        string? path = null
    )
    {
        var (city, link) = (registry.Current, site.Of(path ?? "/my/requests"));
        var usual = texts.Usual(of, language, channel);
        var template = city.Messages.FirstOrDefault(m => MessageTemplates.KeyOf(m) == MessageTemplates.KeyOf(usual)) ?? usual;
        values[MessagePlaceholder.Hotline] = city.City.Hotline;
        values.TryAdd(MessagePlaceholder.Link, link ?? "");
        if (values.TryGetValue(MessagePlaceholder.Rate, out var rate))
            values[MessagePlaceholder.Rate] = Spoken.In(language, () => Translations.Of("评价：{0}", rate));
        return new WrittenMessage(
            template.Subject is { } subject ? MessageTemplates.Fill(subject, values) : null,
            MessageTemplates.Fill(template.Text, values),
            link,
            language,
            site.Of(MessageWishes.Page(of is MessageEvent.PeriodicalOut))
        );
    }

    private static Dictionary<MessagePlaceholder, string> ValuesOf(MessageFacts facts)
    {
        var values = new Dictionary<MessagePlaceholder, string>();
        void Add(MessagePlaceholder placeholder, string? value)
        {
            if (value is { Length: > 0 })
                values[placeholder] = value;
        }
        Add(MessagePlaceholder.Number, facts.Number);
        Add(MessagePlaceholder.Unit, facts.Unit);
        Add(MessagePlaceholder.From, facts.From);
        Add(MessagePlaceholder.Rate, facts.Rate);
        Add(MessagePlaceholder.Title, facts.Title);
        Add(MessagePlaceholder.Summary, facts.Summary);
        return values;
    }
}
