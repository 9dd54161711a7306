namespace Suiying.Knowledge.Model;

// Every refusal that this module can give, on one page. Texts say what happened and what to do.

public sealed record WrongState(KnowledgeState Is)
    : Refusal(RefusalKind.Conflict, "wrong_state", $"这条知识现在是“{(Phrase)KnowledgeWords.Of(Is)}”，不能这样操作。请刷新后再看。");

public sealed record ChangedMeanwhile()
    : Refusal(RefusalKind.Conflict, "changed_meanwhile", "这条知识刚被别人改过，您的改动没有保存。请刷新后再试。");

public sealed record OwnWork() : Refusal(RefusalKind.Conflict, "own_work", "这一版是您经手的，不能由您审核发布。请另一位审核员审核。");

public sealed record SecondPerson() : Refusal(RefusalKind.Conflict, "second_person", "这一版是您送审的，请本单位另一位承办人复核。");

public sealed record EndPassed()
    : Refusal(RefusalKind.Conflict, "end_passed", "有效期已经过了，不能继续有效。请先改成新的一版，写明新的有效期。");

public sealed record ReportEnded() : Refusal(RefusalKind.Conflict, "report_ended", "这条纠错已经办结或已认可。请刷新后再看。");

public sealed record NotReadable()
    : Refusal(RefusalKind.Conflict, "not_readable", "这条知识没有发布的版本，不能纠错。可以直接请责任单位修改草稿。");

public sealed record TooManyReports(int Seconds) : Refusal(RefusalKind.TooMany, "too_many_reports", $"提交得太频繁，请{Seconds}秒后再试。");
