using System.Security.Cryptography;
using Suiying.Engines.Clock;

namespace Suiying.Requests.Model;

/// <summary>What the person said at the callback: three questions, asked apart.</summary>
public sealed record CallbackAnswers
{
    /// <summary>Null where the person left it out: one press from a message does not say.</summary>
    public required bool? Contacted { get; init; }
    public required Solved Solved { get; init; }
    public required Satisfied Satisfied { get; init; }
}

public sealed partial class ServiceRequest
{
    public const int LongestRemark = 1000;

    /// <summary>How long the link of the message opens the page on which one answers: [D].</summary>
    public static readonly TimeSpan RateWithin = TimeSpan.FromDays(15);

    public const int MostSentBack = 2;
    public const int MostCallbacks = 3;

    /// <summary>25 hours later is another day and another hour (domain A.7: different days and times).</summary>
    private static readonly TimeSpan CallbackAgain = TimeSpan.FromHours(25);

    /// <summary>Sooner than this is the same day; three tries within an hour are not three tries.</summary>
    private static readonly TimeSpan CallbackAtLeast = TimeSpan.FromHours(16);

    /// <summary>直接答复</summary>
    public Refusal? AnswerAtOnce(Step step) => CheckText("answer", "答复内容", step.Note?.Text, LongestText, shortest: 2) ?? Move(step);

    /// <summary>审核通过: the callback may begin.</summary>
    public Refusal? AcceptReply(Step step)
    {
        if (Move(step) is { } refusal)
            return refusal;
        NextCallbackAt = step.At;
        // Twenty characters that nobody guesses, for one message and one answer.
        (RateToken, RateUntil) = (Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(10)), step.At + RateWithin);
        return null;
    }

    /// <summary>导入答复: a letter that was answered elsewhere comes with its reply, which is reviewed like any other.</summary>
    public Refusal? ImportReply(Step step)
    {
        if (CheckText("reply", "答复内容", step.Note?.Text, LongestLetter, shortest: 2) is { } textProblem)
            return textProblem;
        if (Move(step) is { } refusal)
            return refusal;
        RepliedAt = step.At;
        return null;
    }

    /// <summary>退回重办, at most twice. The reply's clock runs on as it was.</summary>
    public Refusal? SendBack(Step step)
    {
        if (CheckText("reason", "退回重办的理由", step.Note?.Text, 1000, shortest: 5) is { } textProblem)
            return textProblem;
        if (Barred(step) is { } barred)
            return barred;
        if (Unit is null)
            return new NobodyToRedo();
        if (SentBack >= MostSentBack)
            return new SentBackTwice();
        if (Move(step) is { } refusal)
            return refusal;
        SentBack++;
        RepliedAt = null;
        Deadlines.LastOrDefault(d => d.Kind == DeadlineKind.Reply && d.MetAt is not null)?.Reopen();
        DueAt = ReplyDueAt;
        return null;
    }

    /// <summary>未接通的回访: the next try is at another time of another day.</summary>
    public Refusal? MissCallback(Step step)
    {
        if ((Barred(step) ?? OwnCall(step)) is { } barred)
            return barred;
        if (TextOnly)
            return new CallsDoNotReach();
        if (MissedCallbacks >= MostCallbacks)
            return new CallbacksExhausted();
        if (MissedCallbacks > 0 && step.At < NextCallbackAt - (CallbackAgain - CallbackAtLeast))
            return new CallbackTooSoon();
        if (Move(step with { Facts = new Dictionary<string, string> { ["attempt"] = $"{MissedCallbacks + 1}" } }) is { } refusal)
            return refusal;
        MissedCallbacks++;
        NextCallbackAt = MissedCallbacks < MostCallbacks ? step.At + CallbackAgain : step.At;
        return null;
    }

    /// <summary>有效回访</summary>
    public Refusal? RecordCallback(CallbackAnswers answers, Step step) => CloseWith(answers, step);

    /// <summary>无效回访办结: nobody was reached in three tries, or did not answer in writing while the link was good. Solved and satisfied stay unknown.</summary>
    public Refusal? CloseUnreached(Step step) =>
        Barred(step)
        ?? OwnCall(step)
        ?? (
            TextOnly && step.At < RateUntil ? new WrittenAnswerAwaited()
            : !TextOnly && MissedCallbacks < MostCallbacks ? new CallbacksLeft(MostCallbacks - MissedCallbacks)
            : Move(step with { Reason = "Unreached" })
        );

    /// <summary>自评: the person answers the three questions on the page; counts as a callback.</summary>
    public Refusal? Rate(CallbackAnswers answers, Step step) => CloseWith(answers, step);

    private Refusal? CloseWith(CallbackAnswers answers, Step step)
    {
        if (
            (
                CheckText("remark", "备注", step.Note?.Text, LongestRemark, shortest: 0)
                ?? Barred(step)
                ?? OwnCall(step)
                ?? Unasked(answers, step)
            ) is
            { } problem
        )
            return problem;
        // Who was done twice and is not satisfied is not simply closed: somebody decides by name.
        if (SecondHandlings > 0 && Unsatisfied(answers))
            return new NeedsDecision();
        if (Move(step with { Facts = FactsOf(answers) }) is { } refusal)
            return refusal;
        Answer(answers);
        return null;
    }

    /// <summary>补充情况</summary>
    public Refusal? AddFacts(Step step)
    {
        if (CheckText("text", "补充内容", step.Note?.Text, 2000, shortest: 2) is { } problem)
            return problem;
        // What was waited for has come.
        return State == RequestState.AwaitingMaterial ? TakeUp(step, DeadlineKind.Material) : Move(step);
    }

    /// <summary>撤回</summary>
    public Refusal? Withdraw(Step step) => CheckText("reason", "理由", step.Note?.Text, LongestRemark, shortest: 0) ?? Move(step);

    /// <summary>公开文本: a person has read it and answers for it that it shows nobody's data.</summary>
    public Refusal? ApprovePublicText(string text, Step step)
    {
        if (CheckText("text", "公开文本", text, 1000, shortest: 5) is { } textProblem)
            return textProblem;
        if (Shielded)
            return new NeverPublic();
        if (Move(step) is { } refusal)
            return refusal;
        PublicText = text.Trim();
        return null;
    }
}
