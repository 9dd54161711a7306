using static Suiying.Requests.Model.RequestAction;
using static Suiying.Requests.Model.RequestState;

namespace Suiying.Requests.Model;

/// <summary>The rows of what runs beside a request's own life, each with a table of its own: 交办, 协办, 督办, 申请.</summary>
public static partial class RequestLifecycle
{
    /// <summary>The steps of 交办下级, whose own order is in <see cref="SubDispatchLifecycle"/>; nothing is reported before the first contact.</summary>
    private static IEnumerable<LifecycleRow> SubSteps(RequestState state) =>
        [
            .. Holder(state, RequestAction.SubDispatch, state, "首接单位可以交办给下级单位或内设机构，自己仍负总责。"),
            .. Holder(state, SubSign, state, "下级单位签收交办。"),
            .. Holder(state, SubReturn, state, "下级办不了的说明理由退回上级，不经过热线。"),
            new(state, SubRecall, state, ActionScope.Giver, "交办的单位可以收回自己办。", Role.UnitHandler),
        ];

    /// <summary>The steps of 协办 and 吹哨, whose own order is in <see cref="CoHandlingLifecycle"/>.</summary>
    private static IEnumerable<LifecycleRow> CoSteps(RequestState state) =>
        [
            .. Holder(state, AskCoHandler, state, "涉及几个单位的，首接单位牵头，请其他单位协办；街乡可以吹哨。"),
            .. CoHandlingLifecycle
                .Rows.DistinctBy(r => r.Action)
                .Select(r => new LifecycleRow(
                    state,
                    r.Action,
                    state,
                    r.By switch
                    {
                        CoSide.CoHandler => ActionScope.CoHandler,
                        CoSide.Asker => ActionScope.CoAsker,
                        _ => ActionScope.Any,
                    },
                    r.Because,
                    r.By == CoSide.Hotline ? Role.Dispatcher : Role.UnitHandler
                )),
        ];

    /// <summary>How the person is reached, by whoever hears of it first.</summary>
    private static IEnumerable<LifecycleRow> ContactSteps(RequestState state) =>
        [
            new(
                state,
                MarkTextOnly,
                state,
                ActionScope.Worked,
                "电话联系不到的人说一次就够，不问原因；谁先知道谁记下。",
                Role.Agent,
                Role.Dispatcher,
                Role.UnitHandler,
                Role.Callback,
                Role.Resident
            ),
            new(state, CarryTextOnly, state, ActionScope.Program, "同一个人的其他诉求沿用联系方式，不说从哪里得知。", Role.System),
        ];

    /// <summary>The steps of 督办 and 批示, whose own order is in <see cref="SupervisionLifecycle"/>.</summary>
    private static IEnumerable<LifecycleRow> SupervisionSteps(RequestState state) =>
        [
            .. Hotline(state, Supervise, state, "拒收、逾期、应解决未解决、答复不实等，由督办员逐级督办。", Role.Supervisor),
            .. Hotline(state, Instruct, state, "领导批示有期限、有回复；督办员可以代为登记。", Role.Supervisor, Role.Leader),
            .. SupervisionLifecycle
                .Rows.DistinctBy(r => r.Action)
                .Select(r => new LifecycleRow(
                    state,
                    r.Action,
                    state,
                    r.By is [Role.UnitHandler] ? ActionScope.OwnUnit : ActionScope.Any,
                    r.Because,
                    r.By
                )),
        ];

    /// <summary>The steps of a 个人信息权利请求, whose own order is in <see cref="RightsLifecycle"/>; a person's rights do not end with their matter.</summary>
    private static IEnumerable<LifecycleRow> RightsSteps(RequestState state) =>
        [
            new(state, ClaimRight, state, ActionScope.OwnRequest, "任何时候都可以请求查阅、复制、更正、删除或者解释说明。", Role.Resident),
            .. RightsLifecycle
                .Rows.DistinctBy(r => r.Action)
                .Select(r => new LifecycleRow(
                    state,
                    r.Action,
                    state,
                    r.By == Role.Resident ? ActionScope.OwnRequest : ActionScope.Any,
                    r.Because,
                    r.By
                )),
        ];

    /// <summary>What a unit applies for while it works; a supervisor decides.</summary>
    private static IEnumerable<LifecycleRow> Applications(RequestState state) =>
        [
            .. Unit(state, AskExtension, state, "到期前依法可以申请延期一次，说明理由。"),
            .. Hotline(state, GrantExtension, state, "同意延期的另立新期限，原期限留作记录。", Role.Supervisor),
            .. Holder(state, TellExtension, state, "延期要告知诉求人；没有告知记录的延期不计入考核。"),
            .. Unit(state, AskHang, state, "客观上暂时解决不了的，提出计划和日期，申请挂账。"),
            .. Hotline(state, GrantHang, Hung, "同意挂账的公开摘要，每季度核查，时钟暂停。", Role.Supervisor),
            .. Unit(state, AskTermination, state, "诉求人拒不配合，或依法不应受理的，可以申请终止。"),
            .. Hotline(state, GrantTermination, Terminated, "终止须经热线同意，理由告知诉求人。", Role.Supervisor),
            .. Hotline(state, DeclineApplication, state, "不同意的说明理由，原单位照原期限办理。", Role.Supervisor),
        ];
}
