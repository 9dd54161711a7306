namespace Suiying.OpenCity.Model;

/// <summary>What is published stays as it is, so a month that still runs is not.</summary>
public sealed record MonthNotOver() : Refusal(RefusalKind.Conflict, "open_month_not_over", "这个月还没有过完，过完才公开。");

/// <summary>There is nothing of that month.</summary>
public sealed record NothingToPublish() : Refusal(RefusalKind.Conflict, "nothing_to_publish", "这个月没有可以公开的诉求。");

/// <summary>Somebody published it again meanwhile.</summary>
public sealed record PublishedMeanwhile()
    : Refusal(RefusalKind.Conflict, "published_meanwhile", "刚才有人已经重新公开了这个月，请刷新后再看。");

/// <summary>No figures of that month, area or category are published.</summary>
public sealed record NotPublished() : Refusal(RefusalKind.NotFound, "not_published", "没有公开过这个月、这个地方或这个类别的数。");
