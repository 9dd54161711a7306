using Suiying.Contracts.People;
using Suiying.Contracts.Requests;
using Suiying.Requests.Model;

namespace Suiying.Requests.Features;

/// <summary>What an agent has noted so far. One form is one request, however often it is sent.</summary>
internal sealed class CallForm(RequestId id)
{
    public RequestId Id { get; } = id;

    public RequestType Type { get; set; } = RequestType.Help;

    public string? Text { get; set; }

    public string? Place { get; set; }

    public string? Phone { get; set; }

    public string? Name { get; set; }

    public string? Answer { get; set; }

    public bool WantsReply { get; set; } = true;

    public bool WantsSecrecy { get; set; }

    public bool AboutConduct { get; set; }

    public Classification What { get; } = new();

    public bool Shielded => WantsSecrecy || AboutConduct || Type == RequestType.Report;

    public bool IsEmpty =>
        string.IsNullOrWhiteSpace(Text) && string.IsNullOrWhiteSpace(Phone) && What.Category is null && What.Area is null;

    public SubmitRequest.Command Command() =>
        new()
        {
            Id = Id,
            Intake = new Intake
            {
                Type = Type,
                Channel = Channel.Phone,
                Text = Text ?? "",
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
            },
            Person = string.IsNullOrWhiteSpace(Phone) ? null : new Identity { Phone = Phone, Name = Name ?? "" },
        };

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
        };

    public void Restore(IReadOnlyDictionary<string, string> kept)
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
        AboutConduct = kept.ContainsKey("conduct");
    }
}
