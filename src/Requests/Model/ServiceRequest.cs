using Suiying.Contracts.Requests;

namespace Suiying.Requests.Model;

/// <summary>
/// 诉求工单: one matter of one person, from the call to the callback. Its verbs are the actions of <see cref="RequestLifecycle"/>; each
/// checks the table, changes the state and appends a transition. Text lies in notes, identity is sealed elsewhere.
/// </summary>
public sealed partial class ServiceRequest
{
    private readonly List<RequestTransition> newTransitions = [];
    private readonly List<RequestNote> newNotes = [];

    private ServiceRequest() { }

    public RequestId Id { get; private set; }

    /// <summary>Order of registration; lists are walked by it.</summary>
    public long Serial { get; private set; }

    /// <summary>工单编号; see <see cref="TicketNumber"/>.</summary>
    public string Number { get; private set; } = "";

    public RequestState State { get; private set; }

    /// <summary>Number of transitions so far; a command that names an older one is refused.</summary>
    public int Version { get; private set; }

    /// <summary>Hash of the newest transition.</summary>
    public string HeadHash { get; private set; } = "";

    public RequestType Type { get; private set; }

    public Channel Channel { get; private set; }

    public string? Category { get; private set; }

    public string Title { get; private set; } = "";

    public string? Area { get; private set; }

    /// <summary>The county above the area, kept for lists by county.</summary>
    public string? County { get; private set; }

    /// <summary>False while the area only follows from a point that no person has confirmed.</summary>
    public bool AreaConfirmed { get; private set; }

    /// <summary>WGS-84 degrees.</summary>
    public double? Longitude { get; private set; }

    public double? Latitude { get; private set; }

    /// <summary>The place in the person's words.</summary>
    public string Place { get; private set; } = "";

    /// <summary>The sealed person; for an anonymous request an id behind which no identity is sealed; null for imported letters.</summary>
    public Guid? PersonId { get; private set; }

    /// <summary>通话 by which it came, as the phone panel knows it; two matters of one call have the same. Null for every other.</summary>
    public Guid? CallId { get; private set; }

    public bool WantsReply { get; private set; }

    /// <summary>只用文字联系: calls do not reach the person; nobody asks why.</summary>
    public bool TextOnly { get; private set; }

    /// <summary>Hash of the code that the person holds beside the number.</summary>
    public string QueryCodeHash { get; private set; } = "";

    public Confidentiality Confidentiality { get; private set; }

    /// <summary>被举报单位: neither it nor anything under it sees a matter that is not <see cref="Confidentiality.Normal"/>.</summary>
    public string? AccusedUnit { get; private set; }

    /// <summary>True once somebody has said whom a sealed matter accuses, or that it is no unit of this city.</summary>
    public bool AccusedExamined { get; private set; }

    /// <summary>1 特急, 2 紧急, 3 一般, 4 疑难.</summary>
    public int Grade { get; private set; }

    /// <summary>首接单位: the unit to which the hotline dispatched it; it answers for the request whoever below it works on it.</summary>
    public string? Unit { get; private set; }

    public Guid? HandlerId { get; private set; }

    public string? HandlerName { get; private set; }

    public DateTimeOffset RegisteredAt { get; private set; }

    public DateTimeOffset? DispatchedAt { get; private set; }

    public DateTimeOffset? FirstContactAt { get; private set; }

    public DateTimeOffset? RepliedAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>The next duty that somebody owes, for lists by time left; null when nothing is owed.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>When the reply is due; the one date that the resident is told.</summary>
    public DateTimeOffset? ReplyDueAt { get; private set; }

    /// <summary>Units that once returned this request; each may do so once.</summary>
    public string ReturnedBy { get; private set; } = "";

    /// <summary>How many returns stood; after <see cref="MostReturns"/> only a joint conference says who has it.</summary>
    public int AcceptedReturns { get; private set; }

    /// <summary>指定承办: the unit was ordered to do it and may not return it (Weifang regulation art. 22).</summary>
    public bool Ordered { get; private set; }

    /// <summary>True while only the joint conference can say who has it.</summary>
    public bool AwaitsConference => State == RequestState.PendingDispatch && AcceptedReturns >= MostReturns;

    /// <summary>The unit that a return proposes instead.</summary>
    public string? ProposedUnit { get; private set; }

    /// <summary>How often a reply was sent back.</summary>
    public int SentBack { get; private set; }

    /// <summary>Callbacks that did not reach the person.</summary>
    public int MissedCallbacks { get; private set; }

    public DateTimeOffset? NextCallbackAt { get; private set; }

    /// <summary>How many people on duty were rung.</summary>
    public int Rings { get; private set; }

    public DateTimeOffset? NextRingAt { get; private set; }

    /// <summary>What the link of a message holds, by which the person answers without signing in; null where there is nothing to answer.</summary>
    public string? RateToken { get; private set; }

    /// <summary>Until when it does.</summary>
    public DateTimeOffset? RateUntil { get; private set; }

    /// <summary>Did the unit contact the person; asked at the callback.</summary>
    public bool? Contacted { get; private set; }

    public Solved? Solved { get; private set; }

    public Satisfied? Satisfied { get; private set; }

    /// <summary>The text that a person approved for the public page; null until then.</summary>
    public string? PublicText { get; private set; }

    /// <summary>What everybody may know of the answer: until a person approves a text, of one matter nothing of it (design law 4); sums tell the rest.</summary>
    public Solved? ToldSolved => PublicText is null ? null : Solved;

    /// <summary>As <see cref="ToldSolved"/>.</summary>
    public Satisfied? ToldSatisfied => PublicText is null ? null : Satisfied;

    /// <summary>演示数据: made by a generator, never a real person's.</summary>
    public bool Synthetic { get; private set; }

    /// <summary>我也遇到: how many others met the same; counted beside the history, which it does not touch.</summary>
    public int Supporters { get; private set; }

    public List<RequestDeadline> Deadlines { get; } = [];

    public IReadOnlyList<RequestTransition> NewTransitions => newTransitions;

    public IReadOnlyList<RequestNote> NewNotes => newNotes;

    /// <summary>True where the accused side must not know that the request exists.</summary>
    public bool Shielded => Confidentiality != Confidentiality.Normal;

    /// <summary>False for an action that a guard beside the table would refuse now; pages do not offer it.</summary>
    internal bool Offers(RequestAction action) =>
        (ErasedAt is null || KeptWhenErased(action))
        && action switch
        {
            RequestAction.ClaimRight => ClaimDueAt is null,
            RequestAction.GrantClaim or RequestAction.RefuseClaim or RequestAction.ContestClaim or RequestAction.WithdrawClaim =>
                ClaimAllows(action),
            RequestAction.Dispatch => !AwaitsConference,
            RequestAction.Designate => AwaitsConference,
            RequestAction.ContestRefusal => ContestUntil is not null,
            RequestAction.Reopen => ReopenUntil is not null,
            RequestAction.SecondHandling => SecondHandlings == 0 && Unit is not null,
            RequestAction.ReferDecision => SecondHandlings > 0 || Unit is null,
            RequestAction.CallOverdue => OverdueCallAt is null && RepliedAt is null && ReplyDueAt is not null,
            RequestAction.AskExtension => Asks is null && !Extended && ReplyDueAt is not null,
            RequestAction.AskHang or RequestAction.AskTermination => Asks is null && SubAllows(action),
            RequestAction.GrantExtension => Asks == ApplicationKind.Extension,
            RequestAction.GrantHang => Asks == ApplicationKind.Hang,
            RequestAction.GrantTermination => Asks == ApplicationKind.Termination,
            RequestAction.DeclineApplication => Asks is not null,
            RequestAction.TellExtension => ExtensionUntold,
            RequestAction.Supervise => SupervisedAs is null,
            RequestAction.Instruct => !Instructed,
            RequestAction.EscalateSupervision => SupervisedAs is not null and not SupervisionLevel.Listing,
            RequestAction.JoinMatter => !Shielded && MatterId is null,
            RequestAction.LeaveMatter => MatterId is not null,
            RequestAction.Split => Splits < MostSplits,
            RequestAction.MarkTextOnly => PersonId is not null,
            RequestAction.AwaitMaterial => !WaitedForMaterial && SubAllows(action),
            RequestAction.Return => !Ordered && !ReturnedBy.Split(';').Contains(Unit) && SubAllows(action),
            _ => SubAllows(action) && CoAllows(action),
        };

    /// <summary>What is told of supporters who came or went.</summary>
    public RequestSupported Supported(int change, DateTimeOffset at) =>
        new()
        {
            Request = Id,
            Change = change,
            At = at,
            RegisteredAt = RegisteredAt,
        };

    /// <summary>Asks the table, appends the transition, changes the state. Every verb ends here.</summary>
    private Refusal? Move(Step step)
    {
        if (Barred(step) is { } refusal)
            return refusal;
        var row = RequestLifecycle.Find(State, step.Action)!;
        Append(step, row.To, row.By.First(step.By.Is));
        return null;
    }

    /// <summary>What the table says against a step. A verb with a guard of its own asks this first, so that the guard never speaks of another state.</summary>
    private Refusal? Barred(Step step)
    {
        if (RequestLifecycle.Find(State, step.Action) is not { } row)
            return new WrongState(State, step.Action);
        if (!row.By.Any(step.By.Is))
            return new NotAllowed();
        if (ErasedAt is not null && !KeptWhenErased(step.Action))
            return new ContentIsErased();
        return SubAllows(step.Action) ? null : new WrongSubState(Innermost?.State, step.Action);
    }

    /// <summary>What may still be done once texts and photos are gone: asking about it, and saying that it belongs nowhere.</summary>
    private static bool KeptWhenErased(RequestAction action) =>
        action is RequestAction.ClaimRight or RequestAction.LeaveMatter || RightsLifecycle.Actions.Contains(action);

    private void Append(Step step, RequestState to, Role capacity)
    {
        var transition = RequestTransition.Append(this, step, to, capacity);
        newTransitions.Add(transition);
        if (step.Note is not null)
            newNotes.Add(step.Note);
        // A refusal that is contested, a matter that is opened again: what had ended goes on.
        if (RequestLifecycle.Resumes(State, to))
            EndedAt = null;
        if (State == RequestState.CallbackPending && to != State)
            (RateToken, RateUntil) = (null, null);
        if (capacity == Role.UnitHandler && !Handlers.Contains($"{step.By.Id:N}", StringComparison.Ordinal))
            Handlers = Handlers.Length == 0 ? $"{step.By.Id:N}" : $"{Handlers};{step.By.Id:N}";
        State = to;
        Version = transition.Seq;
        HeadHash = transition.Hash;
        if (RequestLifecycle.IsFinal(to))
            End(step.At);
    }

    /// <summary>The unit that is answerable from now on, or none; with it the request lies.</summary>
    private void LieWith(string? unit, string? copiedTo = null) => (Unit, Holder, Hands, CopiedTo) = (unit, unit, "", copiedTo);

    private void End(DateTimeOffset at)
    {
        EndedAt ??= at;
        EndFrom(level: 0, at);
        DropCo(at);
        DropSupervisions(at);
        Lapse(at);
        (PausedAt, PausedUntil) = (null, null);
        DueAt = null;
        NextRingAt = null;
        NextCallbackAt = null;
        foreach (var deadline in Deadlines.Where(d => d.Running))
            deadline.Void(at);
    }

    /// <summary>No control character but line ends and tabs, and no half of a surrogate pair: databases refuse the one or lose the other.</summary>
    private static bool IsPlain(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune == System.Text.Rune.ReplacementChar || System.Text.Rune.IsControl(rune) && rune.Value is not ('\n' or '\r' or '\t'))
                return false;
        }
        return true;
    }

    /// <summary>Length and emptiness checks that every free text passes.</summary>
    internal static Refusal? CheckText(string field, Phrase what, string? text, int longest, int shortest = 1)
    {
        var length = text?.Trim().Length ?? 0;
        if (length < shortest && shortest > 1)
            return Refusal.Invalid(new FieldProblem(field, $"{what}至少要写{shortest}个字。"));
        if (length < shortest)
            return Refusal.Invalid(new FieldProblem(field, $"请填写{what}。"));
        if (text is not null && !IsPlain(text))
            return Refusal.Invalid(new FieldProblem(field, $"{what}含有不能显示的字符，请删去后重试。"));
        return length > longest ? Refusal.Invalid(new FieldProblem(field, $"{what}最多{longest}个字，现在有{length}个字。")) : null;
    }
}
