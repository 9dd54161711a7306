using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;

namespace Suiying.Requests.Model;

/// <summary>From which request another was split: the person's clock and code go on.</summary>
public sealed record SplitOrigin(string Number, string Root, DateTimeOffset RegisteredAt, Role Capacity);

public sealed partial class ServiceRequest
{
    /// <summary>How many matters at most are split off one request; more is a list, not a request: [D].</summary>
    public const int MostSplits = 5;

    /// <summary>同一事项 to which it belongs, or null.</summary>
    public Guid? MatterId { get; private set; }

    /// <summary>拆自: number of the request that the person first made, of which this is a further matter; null for all others.</summary>
    public string? SplitFrom { get; private set; }

    /// <summary>How many matters were split off it.</summary>
    public int Splits { get; private set; }

    /// <summary>The number with which the person's query code was given out; the same code opens all that was split off.</summary>
    public string CodeNumber => SplitFrom ?? Number;

    /// <summary>并入同一事项. A matter that the accused side must not know of is never put beside others.</summary>
    public Refusal? JoinMatter(SameMatter matter, string with, Step step)
    {
        if (CheckText("remark", "说明", step.Note?.Text, LongestRemark, shortest: 0) is { } textProblem)
            return textProblem;
        if (Barred(step) is { } barred)
            return barred;
        if (Shielded)
            return new MatterOfShielded();
        if (MatterId is not null)
            return new InAnotherMatter();
        if (Move(step with { Facts = new Dictionary<string, string> { ["with"] = with } }) is { } refusal)
            return refusal;
        MatterId = matter.Id;
        return null;
    }

    /// <summary>移出同一事项: it turned out to be another one.</summary>
    public Refusal? LeaveMatter(Step step)
    {
        if (CheckText("reason", "移出的理由", step.Note?.Text, LongestRemark) is { } textProblem)
            return textProblem;
        if (Barred(step) is { } barred)
            return barred;
        if (MatterId is null)
            return new NotInMatter();
        if (Move(step) is { } refusal)
            return refusal;
        MatterId = null;
        return null;
    }

    /// <summary>
    /// 拆分: a further matter in the same words becomes a request of its own, with its own category, unit and deadlines. The person's total
    /// clock runs from when they first said it, and their code opens both.
    /// </summary>
    /// <param name="id">Id of the new request.</param>
    /// <param name="part">What the further matter is; who and how follow from this request.</param>
    /// <param name="ticket">Number of the new request.</param>
    /// <param name="city">Snapshot by which it is checked.</param>
    /// <param name="step">The step of this request.</param>
    public Outcome<ServiceRequest> Split(RequestId id, SplitPart part, Ticket ticket, CitySnapshot city, Step step)
    {
        if (Barred(step) is { } barred)
            return barred;
        if (Splits >= MostSplits)
            return new SplitsExhausted();
        var intake = new Intake
        {
            Type = part.Type ?? Type,
            Channel = Channel,
            Text = part.Text,
            Title = part.Title,
            Category = part.Category,
            Where = new PlaceOfMatter
            {
                Area = part.Area ?? Area,
                Confirmed = part.Area is not null || AreaConfirmed,
                Longitude = part.Area is null || part.Area == Area ? Longitude : null,
                Latitude = part.Area is null || part.Area == Area ? Latitude : null,
                Text = part.Area is null || part.Area == Area ? Place : "",
            },
            PersonId = PersonId,
            WantsReply = WantsReply,
            TextOnly = TextOnly,
            // What protects the person protects the part.
            WantsSecrecy = Confidentiality == Confidentiality.Secret,
            AboutConduct = Confidentiality == Confidentiality.Sealed,
            AccusedUnit = AccusedUnit,
            Grade = part.Grade,
            Synthetic = Synthetic,
            Call = CallId,
            SplitFrom = new SplitOrigin(Number, CodeNumber, RegisteredAt, RequestLifecycle.Find(State, step.Action)!.By.First(step.By.Is)),
        };
        if (!Register(id, intake, ticket with { QueryCodeHash = QueryCodeHash }, city, step.By, step.At).Ok(out var child, out var refusal))
            return refusal;
        if (Move(step with { Facts = new Dictionary<string, string> { ["child"] = ticket.Number } }) is { } no)
            return no;
        Splits++;
        return child;
    }
}

/// <summary>A further matter in the words of a request.</summary>
public sealed record SplitPart
{
    /// <summary>What it is about, in the person's words; 5 to <see cref="ServiceRequest.LongestText"/> characters.</summary>
    public required string Text { get; init; }

    public string Title { get; init; } = "";

    /// <summary>Null leaves it as the first request's.</summary>
    public RequestType? Type { get; init; }

    public string? Category { get; init; }

    /// <summary>Null leaves it where the first request is.</summary>
    public string? Area { get; init; }

    public int? Grade { get; init; }
}
