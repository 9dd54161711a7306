namespace Suiying.Scores.Model;

/// <summary>
/// 承办计数项: what is counted of the work, for a unit and a month of scores; the hotline's stand under no unit. The numbers are stored and never
/// change their meaning. At most 63.
/// </summary>
public enum WorkFigure
{
    /// <summary>派单, by the month in which it was given; a second handling or reopening is none.</summary>
    Given = 0,

    /// <summary>转来, of those given: another unit had it first and its return stood.</summary>
    Passed = 1,

    /// <summary>退单成立, of those given.</summary>
    GivenReturned = 2,

    /// <summary>已经终结, of those given: in whatever way, and not taken up again.</summary>
    GivenEnded = 3,

    /// <summary>二次或重新办理过, of those given.</summary>
    GivenRedone = 4,

    /// <summary>应签收, by the month in which the time to sign ended; returned ones and ones that ended before are not due.</summary>
    SignDue = 5,

    /// <summary>按时签收, of those due.</summary>
    SignedInTime = 6,

    /// <summary>应处置, by the month in which the reply was due; returned ones and ones that ended before without a reply are not due.</summary>
    ReplyDue = 7,

    /// <summary>处置, of those due: a reply stands.</summary>
    DueReplied = 8,

    /// <summary>按期处置, of those due: the reply that stands came in time.</summary>
    DueInTime = 9,

    /// <summary>结案, of those due: it has ended, also where a second round was needed.</summary>
    DueClosed = 10,

    /// <summary>按期结案, of those due: it has ended and the reply that stands came in time.</summary>
    DueClosedInTime = 11,

    /// <summary>答复, by the month of the reply that stands; those of another system are not counted.</summary>
    Replied = 12,

    /// <summary>退回重办一次, before the reply that stands.</summary>
    SentBack = 13,

    /// <summary>退回重办第二次</summary>
    SentBackTwice = 14,

    /// <summary>考核月最后三天答复</summary>
    RepliedLastDays = 15,

    /// <summary>按期答复且期限不短于24小时</summary>
    RepliedLong = 16,

    /// <summary>期限前一小时内答复, of <see cref="RepliedLong"/>.</summary>
    RepliedLastHour = 17,

    /// <summary>整点或半点答复, to the minute.</summary>
    RepliedRound = 18,

    /// <summary>首次联系, by its month.</summary>
    Contacted = 19,

    /// <summary>整点或半点联系, to the minute.</summary>
    ContactedRound = 20,

    /// <summary>一轮办完: closed after a reply, or given back for a second handling; by the month of that.</summary>
    Concluded = 21,

    /// <summary>30天内又办, of those concluded.</summary>
    ConcludedAgain = 22,

    /// <summary>答复后问到, by the month of the first answer after the reply.</summary>
    Asked = 23,

    /// <summary>说未解决, of those asked.</summary>
    SaidUnsolved = 24,

    /// <summary>首轮问到, of those asked: in the first round of the unit.</summary>
    FirstAsked = 25,

    /// <summary>首轮已解决</summary>
    FirstSolved = 26,

    /// <summary>无效回访, by its month.</summary>
    Unreached = 27,

    /// <summary>登记, by the month of registration; of no unit.</summary>
    Received = 28,

    /// <summary>不予受理, of those registered.</summary>
    NotAccepted = 29,

    /// <summary>直接答复, of those registered.</summary>
    AnsweredAtOnce = 30,

    /// <summary>Made by a generator.</summary>
    Synthetic = 31,

    /// <summary>首次到本单位, by the month in which the unit was given the request for the first time, in whatever way.</summary>
    FirstGiven = 32,
}
