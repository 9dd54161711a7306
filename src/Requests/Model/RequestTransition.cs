using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Suiying.Contracts.Requests;

namespace Suiying.Requests.Model;

/// <summary>
/// One step of a request's history. Appended, never changed. It holds no personal data: free text lies in a <see cref="RequestNote"/>
/// and only its salted hash stands here, so that erasing the text leaves the chain whole.
/// </summary>
public sealed class RequestTransition
{
    private RequestTransition() { }

    /// <summary>Place in the journal of all requests; given by the database.</summary>
    public long Position { get; private set; }

    public RequestId RequestId { get; private set; }

    /// <summary>1 for the registration, then one more each.</summary>
    public int Seq { get; private set; }

    public DateTimeOffset At { get; private set; }

    public RequestAction Action { get; private set; }

    /// <summary>Null for the registration.</summary>
    public RequestState? From { get; private set; }

    public RequestState To { get; private set; }

    public Guid ActorId { get; private set; }

    public string ActorName { get; private set; } = "";

    /// <summary>In which capacity the actor acted.</summary>
    public Role Capacity { get; private set; }

    /// <summary>The actor's unit then.</summary>
    public string? ActorUnit { get; private set; }

    /// <summary>Reason code, where the action has one.</summary>
    public string? Reason { get; private set; }

    /// <summary>Facts of the step as key=value pairs, codes and times only.</summary>
    public string Facts { get; private set; } = "";

    public Guid? NoteId { get; private set; }

    public string? NoteHash { get; private set; }

    public int RegistryVersion { get; private set; }

    /// <summary>The key under which a retried command is recognised.</summary>
    public Guid? CommandKey { get; private set; }

    public string PreviousHash { get; private set; } = "";

    public string Hash { get; private set; } = "";

    internal static RequestTransition Append(ServiceRequest request, Step step, RequestState to, Role capacity)
    {
        var transition = new RequestTransition
        {
            RequestId = request.Id,
            Seq = request.Version + 1,
            At = step.At,
            Action = step.Action,
            From = request.Version == 0 ? null : request.State,
            To = to,
            ActorId = step.By.Id,
            ActorName = step.By.Name,
            Capacity = capacity,
            ActorUnit = step.By.UnitCode,
            Reason = step.Reason,
            Facts = string.Join(
                ';',
                (step.For is { } absent ? step.Facts.Append(new("for", $"{absent}")) : step.Facts).Select(f => $"{f.Key}={f.Value}")
            ),
            NoteId = step.Note?.Id,
            NoteHash = step.Note?.Hash(),
            RegistryVersion = step.RegistryVersion,
            CommandKey = step.Key,
            PreviousHash = request.HeadHash,
        };
        transition.Hash = transition.ComputeHash();
        return transition;
    }

    /// <summary>One of <see cref="Facts"/>, or null.</summary>
    public string? Fact(string name) => StepFacts.Find(Facts, name);

    /// <summary>What other parts may know of this step, which is the newest of the request.</summary>
    public RequestMoved ToEvent(ServiceRequest request) =>
        new()
        {
            Request = RequestId,
            Seq = Seq,
            At = At,
            Action = Action.ToString(),
            From = From?.ToString(),
            To = To.ToString(),
            Ended = RequestLifecycle.IsFinal(To),
            ByResident = Capacity == Role.Resident,
            Answered = Fact("solved") is not null,
            Filed = Action is RequestAction.Reclassify,
            Worked = WorkKinds.Of(Action, From) is not null,
            RegisteredAt = request.RegisteredAt,
            ReplyDueAt = request.CountedDueAt,
            UndoneDueAt = request.UndoneDueAt,
            Synthetic = request.Synthetic,
        };

    /// <summary>The hash that this row must have; differs from <see cref="Hash"/> where somebody changed it.</summary>
    public string ComputeHash()
    {
        var at = At.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        var content = string.Join(
            '\u001f',
            [
                PreviousHash,
                RequestId.Value.ToString(),
                Seq.ToString(CultureInfo.InvariantCulture),
                at,
                Action.ToString(),
                From?.ToString() ?? "",
                To.ToString(),
                ActorId.ToString(),
                ActorName,
                Capacity.ToString(),
                ActorUnit ?? "",
                Reason ?? "",
                Facts,
                NoteHash ?? "",
                RegistryVersion.ToString(CultureInfo.InvariantCulture),
            ]
        );
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
    }
}

/// <summary>What somebody does to a request: the input of a transition.</summary>
public sealed record Step
{
    public required RequestAction Action { get; init; }

    public required Actor By { get; init; }

    public required DateTimeOffset At { get; init; }

    public required int RegistryVersion { get; init; }

    public Guid? Key { get; init; }

    /// <summary>代谁: the colleague who is away and has the request in hand.</summary>
    public Guid? For { get; init; }

    public string? Reason { get; init; }

    public RequestNote? Note { get; init; }

    public IReadOnlyDictionary<string, string> Facts { get; init; } = new Dictionary<string, string>();
}
