using System.Text.Json;
using System.Text.Json.Serialization;
using Suiying.Kernel.Events;

namespace Suiying.Contracts.Requests;

/// <summary>A request took one step of its life; it stands in the journal under the same number. Codes and times only.</summary>
public sealed record RequestMoved : IEvent
{
    public static string Name => "requests.moved";

    /// <summary>Which request.</summary>
    [JsonConverter(typeof(RequestIdJson))]
    public required RequestId Request { get; init; }

    /// <summary>1 for the registration, then one more each.</summary>
    public required int Seq { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What was done, as the lifecycle names it.</summary>
    public required string Action { get; init; }

    /// <summary>The state before; null for the registration.</summary>
    public string? From { get; init; }

    /// <summary>The state after.</summary>
    public required string To { get; init; }

    /// <summary>True where nobody owes anything any more.</summary>
    public bool Ended { get; init; }

    /// <summary>True where the person of the request did it.</summary>
    public bool ByResident { get; init; }

    /// <summary>True where the person said in this step how it went: 回访三问.</summary>
    public bool Answered { get; init; }

    /// <summary>True where the step filed the request under another category or shields it from now on.</summary>
    public bool Filed { get; init; }

    /// <summary>True where the journal tells of this step.</summary>
    public bool Worked { get; init; }

    /// <summary>When the request was registered.</summary>
    public required DateTimeOffset RegisteredAt { get; init; }

    /// <summary>By when its answer counts as in time; null while nobody has to answer.</summary>
    public DateTimeOffset? ReplyDueAt { get; init; }

    /// <summary>Set where an answer no longer stands and the unit has to answer again: by when it counted as in time.</summary>
    public DateTimeOffset? UndoneDueAt { get; init; }

    /// <summary>Made by a generator.</summary>
    public bool Synthetic { get; init; }

    string IEvent.Aggregate => Request.Value.ToString();
}

internal sealed class RequestIdJson : JsonConverter<RequestId>
{
    public override RequestId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetGuid());

    public override void Write(Utf8JsonWriter writer, RequestId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
