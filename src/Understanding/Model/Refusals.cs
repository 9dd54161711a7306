namespace Suiying.Understanding.Model;

// Every refusal that this module can give, on one page. Texts say what happened and what to do.

public sealed record TooFewDecisions(int Are, int Least)
    : Refusal(
        RefusalKind.Conflict,
        "too_few_decisions",
        $"已定类、已派单的诉求只有 {Are} 件，至少要有 {Least} 件才能学习。在此之前按城市类别用词和派单目录提出建议。"
    );

public sealed record ModelInUse() : Refusal(RefusalKind.Conflict, "model_in_use", "这个模型已在使用中。请刷新后再看。");

public sealed record ModelFileGone()
    : Refusal(RefusalKind.Conflict, "model_file_gone", "这个模型的文件已不在文件库里或已损坏，不能启用。请重新学习。");

public sealed record LearningAlready() : Refusal(RefusalKind.Conflict, "learning_already", "正在学习，请等它结束。");

public sealed record NoChat() : Refusal(RefusalKind.Conflict, "no_chat", "没有设置草拟服务。");

public sealed record ChatSilent(int Seconds)
    : Refusal(RefusalKind.Conflict, "chat_silent", $"草拟服务 {Seconds} 秒没有答复。您写的都在，可以重试，也可以自己写。");

public sealed record ChatUnreached()
    : Refusal(RefusalKind.Conflict, "chat_unreached", "草拟服务连不上。您写的都在，可以重试，也可以自己写。");

public sealed record ChatRefused(int Status)
    : Refusal(
        RefusalKind.Conflict,
        "chat_refused",
        $"草拟服务拒绝了（{Status}）。您写的都在，可以自己写；一直这样的，请系统管理员检查设置。"
    );

public sealed record ChatUnreadable()
    : Refusal(RefusalKind.Conflict, "chat_unreadable", "草拟服务的答复不能用。您写的都在，可以重试，也可以自己写。");

public sealed record ChatTooLong()
    : Refusal(RefusalKind.Conflict, "chat_too_long", "草拟服务写得太长，没有采用。您写的都在，可以重试，也可以自己写。");
