using System.Text.Json;
using Suiying.Contracts.People;
using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;
using Suiying.Design;
using Suiying.Engines.Text;
using Suiying.Requests.Model;

namespace Suiying.Requests.Features;

/// <summary>What an agent has noted so far. One form is one request, however often it is sent.</summary>
public sealed class CallForm(RequestId id)
{
    public RequestId Id { get; } = id;

    public RequestType Type { get; set; } = RequestType.Help;

    public string? Text { get; set; }

    public string? Place { get; set; }

    public string? Phone { get; set; }

    public string? Name { get; set; }

    public string? Answer { get; set; }

    public RefusalReason? Refusal { get; set; }

    /// <summary>What a caller is told whose matter is not accepted.</summary>
    public string? LegalChannel { get; set; }

    /// <summary>The earlier matter that this one repeats.</summary>
    public string? Earlier { get; set; }

    /// <summary>The emergency service that put the call through; null for a call of the person's own.</summary>
    public EmergencyLine? HandedBy { get; set; }

    /// <summary>The service's own number of it.</summary>
    public string? HandedReference { get; set; }

    public bool WantsReply { get; set; } = true;

    public bool WantsSecrecy { get; set; }

    public bool AboutConduct { get; set; }

    public Classification What { get; } = new();

    /// <summary>The call during which it is written.</summary>
    public Guid? Call { get; set; }

    /// <summary>The sealed caller of it, or the sealed sender of the message.</summary>
    public PersonId? Caller { get; set; }

    /// <summary>By which way the message came that is registered; null for a call.</summary>
    public Channel? Source { get; set; }

    /// <summary>What may be seen of its sender.</summary>
    public string? Sender { get; set; }

    /// <summary>来信 or 来访 that the agent writes down; which of them is <see cref="Source"/>.</summary>
    public bool Paper { get; set; }

    /// <summary>The day in the letter, or of its postmark.</summary>
    public DateOnly? WrittenOn { get; set; }

    public DateOnly? ReceivedOn { get; set; }

    /// <summary>Where to answer whoever left no phone; sealed with the identity.</summary>
    public string? Address { get; set; }

    /// <summary>Scans of the letter, or what was brought to the counter.</summary>
    public List<KeptPhoto> Photos { get; } = [];

    public bool IsLetter => Paper && Source is Channel.Letter;

    public bool Shielded => WantsSecrecy || AboutConduct || Type == RequestType.Report;

    public bool IsEmpty =>
        string.IsNullOrWhiteSpace(Text) && string.IsNullOrWhiteSpace(Phone) && What.Category is null && What.Area is null;

    /// <summary>采纳建议: the first category, the place, and an urgency that is likely, by one press of the person who read them.</summary>
    public void Take(CallHints hints, CitySnapshot city)
    {
        if (What.Category is null && hints.Categories is [var category, ..])
            What.Choose(category.Category.Code, city);
        What.Area ??= hints.SurePlace;
        What.Grade = hints.Danger is { Likely: true } danger ? danger.Grade : What.Grade;
    }

    /// <summary>What may be known of it before it is registered.</summary>
    public TakeCall.Query Asked() =>
        new()
        {
            Phone = Phone,
            Caller = Caller,
            Text = Text ?? "",
            What = What,
            Shielded = Shielded,
            Channel = Source ?? Channel.Phone,
            Type = Type,
        };

    public SubmitRequest.Command Command() =>
        new()
        {
            Id = Id,
            Intake = new Intake
            {
                Type = Type,
                Channel =
                    Source is { } source ? source
                    : HandedBy is null ? Channel.Phone
                    : HandedBy is EmergencyLine.Police110 ? Channel.Hotline110
                    : Channel.Department,
                Text = Whole(),
                Category = What.Category,
                Where = new PlaceOfMatter
                {
                    Area = What.Area,
                    Confirmed = What.Area is not null,
                    Text = Place ?? "",
                },
                WantsReply = WantsReply,
                WantsSecrecy = WantsSecrecy,
                AboutConduct = AboutConduct,
                AccusedUnit = What.Accused,
                Grade = What.Grade,
                HandedBy = HandedBy is { } line
                    ? new IncomingHandover(line, Source is null ? HandoverMode.Hot : HandoverMode.Ticket, HandedReference)
                    : null,
                Call = Call,
            },
            // A caller who is known is only asked how to be called.
            Person =
                string.IsNullOrWhiteSpace(Phone) && string.IsNullOrWhiteSpace(Address) && Caller is null
                    ? null
                    : new Identity
                    {
                        Phone = Phone?.Trim() ?? "",
                        Name = Name ?? "",
                        Address = Address?.Trim() ?? "",
                    },
            Caller = Caller,
            Photos = [.. Photos],
        };

    /// <summary>The days stand with the words of a letter: the clock counts from its registration, and whoever reads it sees how long it was on its way.</summary>
    private string Whole()
    {
        var days = string.Join(
            '，',
            new[]
            {
                WrittenOn is { } written ? $"来信日期{written:yyyy-MM-dd}" : null,
                ReceivedOn is { } came ? $"收到日期{came:yyyy-MM-dd}" : null,
            }.OfType<string>()
        );
        return IsLetter && days.Length > 0 ? $"{Text}\n（{days}）" : Text ?? "";
    }

    /// <summary>An emergency is registered with all that was noted, however little.</summary>
    public SubmitRequest.Command Urgent(string words)
    {
        var whole = Command();
        var text = Text?.Trim() is { Length: >= 5 } said ? said : $"{words}{Text?.Trim()}";
        return whole with { Intake = whole.Intake with { Text = PlainText.Of(text), Grade = 1 } };
    }

    /// <summary>The same without what was refused: nothing that is half typed may hold an emergency up.</summary>
    public SubmitRequest.Command Bare(string words, Refusal refused)
    {
        var urgent = Urgent(words);
        return urgent with
        {
            Person = refused.Fields.All(f => f.Field != "phone") ? urgent.Person : null,
            Intake = urgent.Intake with { Category = null, Where = new PlaceOfMatter(), AccusedUnit = null, HandedBy = null },
        };
    }

    /// <summary>Choices that the browser keeps beside the typed texts.</summary>
    public IReadOnlyDictionary<string, string?> Choices() =>
        new Dictionary<string, string?>
        {
            ["type"] = Type.ToString(),
            ["category"] = What.Category,
            ["area"] = What.Area,
            ["grade"] = $"{What.Grade}",
            ["accused"] = What.Accused,
            ["none"] = What.NoneAccused ? "1" : null,
            ["noReply"] = WantsReply ? null : "1",
            ["secrecy"] = WantsSecrecy ? "1" : null,
            ["conduct"] = AboutConduct ? "1" : null,
            ["refusal"] = Refusal?.ToString(),
            ["earlier"] = Earlier,
            ["handedBy"] = HandedBy?.ToString(),
            ["id"] = $"{Id.Value:N}",
            ["call"] = Call?.ToString("N"),
            ["source"] = Source?.ToString(),
            ["sender"] = Sender,
            ["paper"] = Paper ? "1" : null,
            ["written"] = $"{WrittenOn:yyyy-MM-dd}",
            ["received"] = $"{ReceivedOn:yyyy-MM-dd}",
            ["photos"] = Photos.Count > 0 ? JsonSerializer.Serialize(Photos) : null,
        };

    /// <summary>Everything, as the server keeps it; empty where nothing was noted.</summary>
    public IReadOnlyDictionary<string, string> Notes()
    {
        if (IsEmpty)
            return new Dictionary<string, string>();
        var texts = new Dictionary<string, string?>
        {
            ["text"] = Text,
            ["place"] = Place,
            ["phone"] = Phone,
            ["name"] = Name,
            ["answer"] = Answer,
            ["channel"] = LegalChannel,
            ["reference"] = HandedReference,
            ["address"] = Address,
        };
        return texts.Concat(Choices()).Where(f => !string.IsNullOrEmpty(f.Value)).ToDictionary(f => f.Key, f => f.Value!);
    }

    /// <summary>The form as it was kept, under the id that its request will have.</summary>
    public static CallForm Of(IReadOnlyDictionary<string, string> kept, RequestId otherwise)
    {
        var form = new CallForm(Guid.TryParse(kept.GetValueOrDefault("id"), out var id) ? new RequestId(id) : otherwise);
        form.Restore(kept);
        return form;
    }

    /// <summary>A message, as it came.</summary>
    public static CallForm Of(IncomingDraft message) =>
        new(message.Id)
        {
            Text = message.Text,
            Name = message.Name,
            Caller = message.Person,
            Source = ChannelOf(message.Kind),
            Sender = message.Masked,
            HandedBy = message.Kind is InboxKind.Hotline110 ? EmergencyLine.Police110 : null,
            HandedReference = message.Reference,
        };

    private static Channel ChannelOf(InboxKind kind) =>
        kind switch
        {
            InboxKind.Sms => Channel.Sms,
            InboxKind.Mailbox => Channel.Mailbox,
            InboxKind.LeaderBoard => Channel.LeaderBoard,
            InboxKind.Hotline110 => Channel.Hotline110,
            InboxKind.Department => Channel.Department,
            InboxKind.WeChat => Channel.WeChat,
            _ => Channel.Letter,
        };

    private void Restore(IReadOnlyDictionary<string, string> kept)
    {
        Text = kept.GetValueOrDefault("text");
        Place = kept.GetValueOrDefault("place");
        Phone = kept.GetValueOrDefault("phone");
        Name = kept.GetValueOrDefault("name");
        Answer = kept.GetValueOrDefault("answer");
        Type = Enum.TryParse<RequestType>(kept.GetValueOrDefault("type"), out var type) ? type : Type;
        What.Category = kept.GetValueOrDefault("category");
        What.Area = kept.GetValueOrDefault("area");
        What.Grade = kept.GetValueOrDefault("grade") is ['1' or '2' or '3' or '4'] grade ? grade[0] - '0' : What.Grade;
        What.Accused = kept.GetValueOrDefault("accused");
        What.NoneAccused = kept.ContainsKey("none");
        WantsReply = !kept.ContainsKey("noReply");
        WantsSecrecy = kept.ContainsKey("secrecy");
        Refusal = Enum.TryParse<RefusalReason>(kept.GetValueOrDefault("refusal"), out var refused) ? refused : null;
        LegalChannel = kept.GetValueOrDefault("channel");
        Earlier = kept.GetValueOrDefault("earlier");
        HandedBy = Enum.TryParse<EmergencyLine>(kept.GetValueOrDefault("handedBy"), out var line) ? line : null;
        HandedReference = kept.GetValueOrDefault("reference");
        AboutConduct = kept.ContainsKey("conduct");
        Call = Guid.TryParse(kept.GetValueOrDefault("call"), out var call) ? call : null;
        Source = Enum.TryParse<Channel>(kept.GetValueOrDefault("source"), out var source) ? source : null;
        Sender = kept.GetValueOrDefault("sender");
        Paper = kept.ContainsKey("paper");
        WrittenOn = IsoDay.In(kept.GetValueOrDefault("written"));
        ReceivedOn = IsoDay.In(kept.GetValueOrDefault("received"));
        Address = kept.GetValueOrDefault("address");
        if (kept.GetValueOrDefault("photos") is { Length: > 0 } photos)
            Photos.AddRange(JsonSerializer.Deserialize<List<KeptPhoto>>(photos) ?? []);
    }
}
