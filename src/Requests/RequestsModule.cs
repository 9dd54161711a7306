using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Suiying.Contracts.People;
using Suiying.Contracts.Requests;
using Suiying.Kernel.Data;
using Suiying.Kernel.Events;
using Suiying.Requests.Features;
using Suiying.Requests.Model;
using Suiying.Requests.Reactions;
using Suiying.Requests.Storage;

namespace Suiying.Requests;

/// <summary>诉求: from the call to the callback.</summary>
public sealed class RequestsModule : IModule
{
    public string Name => "Requests";

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDb<RequestsDb>();
        foreach (var useCase in typeof(RequestsModule).Assembly.GetTypes().Where(IsUseCase))
            services.AddScoped(useCase);
        services.AddScoped<BulkWork>().AddScoped<MatterWork>().AddScoped<ContentErasure>().AddScoped<CallDrafts>();
        services.AddScoped<ReportRows>().AddScoped<ReportDoor>().AddScoped<RowsBySerial>();
        services
            .AddScoped<FollowedPlaces>()
            .AddScoped<RequestDoor>()
            .AddScoped<RequestDrafts>()
            .AddScoped<DraftVisit>()
            .AddScoped<RequestLoad>();
        services
            .AddScoped<IRequestTallies, RequestTallies>()
            .AddScoped<IMatterDecisions, MatterDecisions>()
            .AddScoped<IRequestJournal, RequestJournal>()
            .AddScoped<IToldMatters, ToldMatters>()
            .AddScoped<IWeekTallies, WeekTallies>()
            .AddScoped<ICallers, Callers>()
            .AddScoped<IRequestDesk, RequestDesk>()
            .AddScoped<IIntakeDesk, IntakeDesk>()
            .AddScoped<IRequestViews, RequestViews>();
        services
            .AddScoped<PhotoShelf>()
            .AddScoped<IIncomingPhotos>(provider => provider.GetRequiredService<PhotoShelf>())
            .AddScoped<IFilesInUse>(provider => provider.GetRequiredService<RequestDrafts>())
            .AddScoped<IFilesInUse>(provider => provider.GetRequiredService<CallDrafts>());
        services
            .AddSingleton<RecentMoves>()
            .AddSingleton<BoardRows>()
            .AddSingleton<MapRows>()
            .AddSingleton<KeptWeeks>()
            .AddSingleton<IDemandTallies, DemandTallies>()
            .AddSingleton<IOpenCounts, OpenCounts>()
            .AddSingleton<SqliteSerials>();
        services.AddSingleton(new RateLinks(configuration));
        services
            .AddSingleton<PhotoLinks>()
            .AddSingleton<HelpPresses>()
            .AddSingleton<LoosePhotos>()
            .AddSingleton<WrongTries>()
            .AddSingleton<SupportLimit>();
        services.AddDataProtection();
        services.AddMemoryCache();
        services.AddHostedService<RequestTimers>();
        services.AddScoped<IRequestSearch>(provider =>
        {
            var db = provider.GetRequiredService<RequestsDb>();
            return db.Kind == DatabaseKind.Sqlite
                ? new SqliteSearch(db, provider.GetRequiredService<SqliteSerials>())
                : new PostgresSearch(db);
        });
        AddReactions(services);
    }

    /// <summary>A use case is a class of Features that runs; what is new needs no line here.</summary>
    private static bool IsUseCase(Type type) =>
        type is { IsClass: true, IsAbstract: false, Namespace: "Suiying.Requests.Features" }
        && type.GetMethods().Any(m => m.Name == "Run" && m.DeclaringType == type);

    private static void AddReactions(IServiceCollection services)
    {
        services.AddConsumer<WhenMovedTellResident, RequestMoved, RequestsDb>();
        services.AddConsumer<WhenMovedCountDay, RequestMoved, RequestsDb>();
        services.AddConsumer<WhenSupportedCountDay, RequestSupported, RequestsDb>();
        services.AddConsumer<WhenErasedForgetWishes, IdentityErased, RequestsDb>();
        services.AddOutwardConsumer<WhenMovedTellSupporters, RequestMoved, RequestsDb>();
        services.AddOutwardConsumer<WhenMovedSendMessage, RequestMoved, RequestsDb>();
    }

    public IReadOnlyList<MenuEntry> Menu =>
        [
            new("desk/new", "接电话", Role.Agent),
            new("desk/intake", "待派单", Role.Agent, Role.Dispatcher),
            new("desk/returns", "退单与重派", Role.Dispatcher),
            new("desk/mine", "等我办", Role.UnitHandler),
            new("desk/unit", "本单位工单", Role.UnitHandler),
            new("desk/given", "交办下级", Role.UnitHandler),
            new("desk/cohandling", "协办", Role.UnitHandler),
            new("desk/copied", "抄送", Role.UnitHandler),
            new("desk/tree", "下级汇总", Role.UnitHandler),
            new("desk/templates", "常用语", Role.UnitHandler),
            new("desk/absences", "代班", Role.UnitHandler),
            new("field", "现场办理", Role.UnitHandler),
            new("desk/review", "待审核", Role.Reviewer),
            new("desk/callback", "待回访", Role.Callback),
            new("desk/overdue", "到期回访", Role.Callback),
            new("board", "看板", Role.Supervisor, Role.Leader, Role.UnitHandler),
            new("reports", "日报与专报", Role.Supervisor, Role.Leader),
            new("desk/late", "超期与临期", Role.Supervisor),
            new("desk/conference", "联席会议", Role.Supervisor),
            new("desk/contests", "不予受理复核", Role.Supervisor),
            new("desk/decisions", "督办决定", Role.Supervisor),
            new("desk/supervision", "督办", Role.Supervisor, Role.Leader, Role.UnitHandler),
            new("desk/applications", "申请裁定", Role.Supervisor),
            new("desk/rights", "权利请求", Role.Supervisor),
            new("audit/retention", "保存期限", Role.AuditAdmin, Role.SystemAdmin, Role.Supervisor),
            new("desk/hung", "挂账", Role.Supervisor),
            new("desk/matters", "同一事项", Role.Agent, Role.Dispatcher, Role.UnitHandler, Role.Reviewer, Role.Callback, Role.Supervisor),
            new("desk/all", "全部工单", Role.Agent, Role.Dispatcher, Role.Reviewer, Role.Callback, Role.Supervisor),
        ];

    public void MapTables(ModelBuilder model) => RequestsTables.Map(model);

    public void MapEndpoints(IEndpointRouteBuilder routes)
    {
        var requests = routes.MapGroup("/api/requests").WithTags("requests").RequireAuthorization();
        AcceptReplyApi.Map(requests);
        AcceptReturnApi.Map(requests);
        AddFactsApi.Map(requests);
        AnswerAtOnceApi.Map(requests);
        ApprovePublicTextApi.Map(requests);
        AssignHandlerApi.Map(requests);
        AssignRequestsApi.Map(requests);
        CloseUnreachedApi.Map(requests);
        DispatchRequestApi.Map(requests);
        DesignateUnitApi.Map(requests);
        FindRequestsApi.Map(requests);
        ListQueueApi.Map(requests);
        MissCallbackApi.Map(requests);
        ListenToCallApi.Map(requests);
        OpenContactApi.Map(requests);
        RateRequestApi.Map(requests);
        ReadRequestApi.Map(requests);
        ReclassifyRequestApi.Map(requests);
        RecordCallbackApi.Map(requests);
        RecordContactApi.Map(requests);
        RecordTextOnlyApi.Map(requests);
        RejectReturnApi.Map(requests);
        ReplyToRequestApi.Map(requests);
        ReturnRequestApi.Map(requests);
        SendBackReplyApi.Map(requests);
        SignRequestApi.Map(requests);
        SignRequestsApi.Map(requests);
        WithdrawRequestApi.Map(requests);
        SuggestDispatchApi.Map(requests);
        MapSubDispatch(requests);
        MapSecond(requests);
        MapRefusals(requests);
        MapCoHandling(requests);
        MapApplications(requests);
        MapMatters(requests);
        MapSupervision(requests);
        MapRights(requests);
        MapResidents(routes);
        MapBoards(routes);
    }

    private static void MapSubDispatch(RouteGroupBuilder requests)
    {
        GiveDownApi.Map(requests);
        SignGivenApi.Map(requests);
        ReportUpApi.Map(requests);
        AcceptReportApi.Map(requests);
        SendBackReportApi.Map(requests);
        HandBackApi.Map(requests);
        TakeBackApi.Map(requests);
    }

    /// <summary>After the first reply.</summary>
    private static void MapSecond(RouteGroupBuilder requests)
    {
        CallOverdueApi.Map(requests);
        HandleAgainApi.Map(requests);
        ReferDecisionApi.Map(requests);
        DecideEndApi.Map(requests);
        ReopenRequestApi.Map(requests);
    }

    private static void MapRefusals(RouteGroupBuilder requests)
    {
        RefuseRequestApi.Map(requests);
        ContestRefusalApi.Map(requests);
        UpholdRefusalApi.Map(requests);
        OverturnRefusalApi.Map(requests);
        TransferEmergencyApi.Map(requests);
        SendToEmergencyApi.Map(requests);
        ConfirmHandoverApi.Map(requests);
        DeclineHandoverApi.Map(requests);
    }

    private static void MapApplications(RouteGroupBuilder requests)
    {
        AskExtensionApi.Map(requests);
        GrantExtensionApi.Map(requests);
        TellExtensionApi.Map(requests);
        AskHangApi.Map(requests);
        GrantHangApi.Map(requests);
        RecheckHangApi.Map(requests);
        ReleaseHangApi.Map(requests);
        AskTerminationApi.Map(requests);
        GrantTerminationApi.Map(requests);
        DeclineApplicationApi.Map(requests);
        AwaitMaterialApi.Map(requests);
        ResumeWorkApi.Map(requests);
    }

    /// <summary>督办 and 批示.</summary>
    private static void MapSupervision(RouteGroupBuilder requests)
    {
        SuperviseRequestApi.Map(requests);
        EscalateSupervisionApi.Map(requests);
        GiveInstructionApi.Map(requests);
        AnswerSupervisionApi.Map(requests);
        SendBackSupervisionApi.Map(requests);
        ReleaseSupervisionApi.Map(requests);
    }

    /// <summary>个人信息权利请求.</summary>
    private static void MapRights(RouteGroupBuilder requests)
    {
        ClaimRightApi.Map(requests);
        GrantClaimApi.Map(requests);
        RefuseClaimApi.Map(requests);
        ContestClaimApi.Map(requests);
        WithdrawClaimApi.Map(requests);
    }

    /// <summary>同一事项.</summary>
    private static void MapMatters(RouteGroupBuilder requests)
    {
        JoinMatterApi.Map(requests);
        LeaveMatterApi.Map(requests);
        SplitRequestApi.Map(requests);
        ListMattersApi.Map(requests);
        ReadMatterApi.Map(requests);
        DispatchMatterApi.Map(requests);
        ReplyToMatterApi.Map(requests);
    }

    private static void MapCoHandling(RouteGroupBuilder requests)
    {
        AskCoHandlerApi.Map(requests);
        SignCoHandlingApi.Map(requests);
        ReportInterimApi.Map(requests);
        ReportCoHandlingApi.Map(requests);
        DeclineCoHandlingApi.Map(requests);
        OrderCoHandlerApi.Map(requests);
        ReleaseCoHandlerApi.Map(requests);
        AcceptCoHandlingApi.Map(requests);
        SendBackCoHandlingApi.Map(requests);
        WithdrawCoHandlingApi.Map(requests);
    }

    private static void MapResidents(IEndpointRouteBuilder routes)
    {
        CopyOwnRequestsApi.Map(routes);
        ExportPublicRequestsApi.Map(routes);
        FindPlacesApi.Map(routes);
        ShowMapApi.Map(routes);
        FindNearbyApi.Map(routes);
        ReadPhotoApi.Map(routes);
        RecordVisitApi.Map(routes);
    }

    private static void MapBoards(IEndpointRouteBuilder routes)
    {
        ReadBoardApi.Map(routes);
        ListBoardRowsApi.Map(routes);
        ReadTreeApi.Map(routes);
        ExportQueueApi.Map(routes);
        ExportReportApi.Map(routes);
        ListReportRowsApi.Map(routes);
    }
}
