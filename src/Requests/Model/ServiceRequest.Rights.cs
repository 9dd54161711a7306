using Suiying.Contracts.Registry;
using Suiying.Engines.Clock;

namespace Suiying.Requests.Model;

/// <summary>What replaces a wrong record of the person's matter; a member left empty stays as it is.</summary>
/// <param name="Title">标题</param>
/// <param name="Place">The place in words.</param>
public sealed record RecordCorrection(string? Title = null, string? Place = null);

public sealed partial class ServiceRequest
{
    /// <summary>Stands where the title was.</summary>
    public const string ErasedTitle = "内容已删除";

    /// <summary>Every 个人信息权利请求 of this request, those that ended included.</summary>
    public List<RightsClaim> Claims { get; } = [];

    public int ClaimCount { get; private set; }

    /// <summary>By when the open claim is answered; null where none is open.</summary>
    public DateTimeOffset? ClaimDueAt { get; private set; }

    /// <summary>What the newest claim asks for; null where none was ever made.</summary>
    public DataRight? ClaimedRight { get; private set; }

    /// <summary>Where the newest claim stands.</summary>
    public ClaimState? ClaimStands { get; private set; }

    /// <summary>When texts, place and photos were erased; null while they are there.</summary>
    public DateTimeOffset? ErasedAt { get; private set; }

    /// <summary>When the photos were.</summary>
    public DateTimeOffset? PhotosErasedAt { get; private set; }

    /// <summary>When it ceased to be a reason to keep its person's identity; whether another one is, is asked then.</summary>
    public DateTimeOffset? PersonPastAt { get; private set; }

    /// <summary>提出权利请求: one at a time, in any state, with what is meant in the person's words.</summary>
    public Refusal? ClaimRight(DataRight right, CitySnapshot city, Step step)
    {
        if (!Enum.IsDefined(right))
            return Refusal.Invalid(new FieldProblem("right", "请选择要行使哪项权利。"));
        if (CheckText("claim", "请求的内容", step.Note?.Text, 1000, shortest: 5) is { } textProblem)
            return textProblem;
        if (Barred(step) is { } barred)
            return barred;
        if (ClaimDueAt is not null)
            return new ClaimIsOpen();
        if (ErasedAt is not null && right is DataRight.Delete or DataRight.Correct)
            return new ContentIsErased();
        var due = city.DeadlineOf(DeadlineKind.Claim, Category, Grade, step.At).DueAt;
        if (Move(step with { Facts = FactsOf(right, due) }) is { } refusal)
            return refusal;
        var claim = RightsClaim.Ask(this, right, due, step.At);
        Claims.Add(claim);
        ClaimCount = claim.Ordinal;
        StandsAs(claim);
        return null;
    }

    /// <summary>办理: the note tells the person what was done. A deletion takes place here; the texts themselves are erased where they are stored.</summary>
    public Refusal? GrantClaim(RecordCorrection? correction, Step step)
    {
        if (CheckText("answer", "答复", step.Note?.Text, 2000, shortest: 5) is { } textProblem)
            return textProblem;
        if (Decidable(step, out var claim) is { } problem)
            return problem;
        if (claim.Right == DataRight.Delete && !RequestLifecycle.IsFinal(State))
            return new StillHandled();
        if (claim.Right == DataRight.Correct && Checked(correction) is { } wrong)
            return wrong;
        if (Move(step with { Facts = FactsOf(claim.Right, null) }) is { } refusal)
            return refusal;
        if (claim.Right == DataRight.Delete)
            EraseContent(step.At);
        if (claim.Right == DataRight.Correct)
            (Title, Place) = (Given(correction?.Title, Title), Given(correction?.Place, Place));
        claim.Move(step);
        StandsAs(claim);
        return null;
    }

    /// <summary>不予办理: on a ground of the law, with the reason in words; a review that comes to the same is final here.</summary>
    public Refusal? RefuseClaim(ClaimRefusal ground, Step step)
    {
        if (!Enum.IsDefined(ground))
            return Refusal.Invalid(new FieldProblem("ground", "请选择不予办理的理由。"));
        if (CheckText("answer", "理由", step.Note?.Text, 2000, shortest: 10) is { } textProblem)
            return textProblem;
        if (Decidable(step, out var claim) is { } problem)
            return problem;
        if (Move(step with { Reason = ground.ToString(), Facts = FactsOf(claim.Right, null) }) is { } refusal)
            return refusal;
        claim.Move(step, ground);
        StandsAs(claim);
        return null;
    }

    /// <summary>请求复核: once, by somebody who did not decide it.</summary>
    public Refusal? ContestClaim(CitySnapshot city, Step step)
    {
        if (CheckText("text", "不同意的理由", step.Note?.Text, 1000, shortest: 5) is { } textProblem)
            return textProblem;
        if (Stands(step, out var claim) is { } problem)
            return problem;
        var due = city.DeadlineOf(DeadlineKind.Claim, Category, Grade, step.At).DueAt;
        if (Move(step with { Facts = FactsOf(claim.Right, due) }) is { } refusal)
            return refusal;
        claim.Move(step, due: due);
        StandsAs(claim);
        return null;
    }

    /// <summary>撤回权利请求</summary>
    public Refusal? WithdrawClaim(Step step)
    {
        if (Stands(step, out var claim) is { } problem)
            return problem;
        if (Move(step with { Facts = FactsOf(claim.Right, null) }) is { } refusal)
            return refusal;
        claim.Move(step);
        StandsAs(claim);
        return null;
    }

    /// <summary>到期清除: what the retention schedule no longer keeps of a request that has ended.</summary>
    public Refusal? EraseContent(RecordClass what, Step step)
    {
        if (Barred(step) is { } barred)
            return barred;
        if (ClaimDueAt is not null)
            return new ClaimIsOpen();
        if ((what == RecordClass.Photos ? PhotosErasedAt : ErasedAt) is not null)
            return new ContentIsErased();
        if (Move(step with { Facts = new Dictionary<string, string> { ["class"] = what.ToString() } }) is { } refusal)
            return refusal;
        if (what == RecordClass.Photos)
            PhotosErasedAt = step.At;
        else
            EraseContent(step.At);
        return null;
    }

    /// <summary>True where the newest claim may take this step.</summary>
    private bool ClaimAllows(RequestAction action) => ClaimStands is { } state && RightsLifecycle.Find(state, action) is not null;

    private void EraseContent(DateTimeOffset at)
    {
        (Title, Place, Longitude, Latitude, PublicText) = (ErasedTitle, "", null, null, null);
        // The voice says again what the words said.
        (RateToken, RateUntil, CallId) = (null, null, null);
        (ErasedAt, PhotosErasedAt) = (at, PhotosErasedAt ?? at);
    }

    private Refusal? Decidable(Step step, out RightsClaim claim)
    {
        if (Stands(step, out claim) is { } problem)
            return problem;
        return claim.State == ClaimState.Contested && claim.DecidedBy == step.By.Id ? new OwnDecision() : null;
    }

    private Refusal? Stands(Step step, out RightsClaim claim)
    {
        claim = null!;
        if (Barred(step) is { } barred)
            return barred;
        if (!ClaimAllows(step.Action))
            return new WrongClaimState(ClaimStands, step.Action);
        claim = Claims.MaxBy(c => c.Ordinal)!;
        return null;
    }

    private void StandsAs(RightsClaim claim) =>
        (ClaimedRight, ClaimStands, ClaimDueAt) = (claim.Right, claim.State, claim.Open ? claim.DueAt : null);

    private static Refusal? Checked(RecordCorrection? correction) =>
        CheckText("title", "标题", correction?.Title, LongestTitle, shortest: 0)
        ?? CheckText("place", "地点", correction?.Place, 200, shortest: 0);

    private static string Given(string? given, string known) => string.IsNullOrWhiteSpace(given) ? known : given.Trim();

    private static Dictionary<string, string> FactsOf(DataRight right, DateTimeOffset? due)
    {
        var facts = new Dictionary<string, string> { ["right"] = right.ToString() };
        if (due is { } limit)
            facts["due"] = $"{limit.ToUnixTimeMilliseconds()}";
        return facts;
    }
}
