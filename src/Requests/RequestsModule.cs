using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
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
        services.AddScoped<RequestDoor>();
        services.AddScoped<AcceptReply>();
        services.AddScoped<AcceptReturn>();
        services.AddScoped<AddFacts>();
        services.AddScoped<AnswerAtOnce>();
        services.AddScoped<ApprovePublicText>();
        services.AddScoped<AssignHandler>();
        services.AddScoped<CloseUnreached>();
        services.AddScoped<DispatchRequest>();
        services.AddScoped<DesignateUnit>();
        services.AddScoped<FindMyRequests>();
        services.AddScoped<FindRequests>();
        services.AddScoped<ListPublicRequests>();
        services.AddScoped<ListQueue>();
        services.AddScoped<MissCallback>();
        services.AddScoped<OpenContact>();
        services.AddScoped<RateRequest>();
        services.AddScoped<ReadRequest>();
        services.AddScoped<ReclassifyRequest>();
        services.AddScoped<RecordCallback>();
        services.AddScoped<RecordContact>();
        services.AddScoped<RejectReturn>();
        services.AddScoped<ReplyToRequest>();
        services.AddScoped<ReturnRequest>();
        services.AddScoped<SendBackReply>();
        services.AddScoped<SignRequest>();
        services.AddScoped<SubmitRequest>();
        services.AddScoped<TrackRequest>();
        services.AddScoped<WithdrawRequest>();
        AddSubDispatch(services);
        AddRefusals(services);
        AddApplications(services);
        AddResidents(services);
        AddDesks(services);
        AddBulk(services);
        AddDuties(services);
        services.AddScoped<IRequestTallies, RequestTallies>();
        AddReactions(services);
        services.AddScoped<IRequestDesk, RequestDesk>().AddScoped<IRequestViews, RequestViews>();
        services.AddSingleton<SqliteSerials>();
        services.AddScoped<IRequestSearch>(provider =>
        {
            var db = provider.GetRequiredService<RequestsDb>();
            return db.Kind == DatabaseKind.Sqlite
                ? new SqliteSearch(db, provider.GetRequiredService<SqliteSerials>())
                : new PostgresSearch(db);
        });
    }

    /// <summary>交办下级 and its check on the way up.</summary>
    private static void AddSubDispatch(IServiceCollection services) =>
        services
            .AddScoped<GiveDown>()
            .AddScoped<SignGiven>()
            .AddScoped<ReportUp>()
            .AddScoped<AcceptReport>()
            .AddScoped<SendBackReport>()
            .AddScoped<HandBack>()
            .AddScoped<TakeBack>();

    /// <summary>What the hotline does not take: told, contested, or handed to an emergency service.</summary>
    private static void AddRefusals(IServiceCollection services) =>
        services
            .AddScoped<RefuseRequest>()
            .AddScoped<ContestRefusal>()
            .AddScoped<UpholdRefusal>()
            .AddScoped<OverturnRefusal>()
            .AddScoped<TransferEmergency>()
            .AddScoped<SendToEmergency>()
            .AddScoped<ConfirmHandover>()
            .AddScoped<DeclineHandover>();

    /// <summary>申请 of units, and what makes a clock stand still.</summary>
    private static void AddApplications(IServiceCollection services) =>
        services
            .AddScoped<AskExtension>()
            .AddScoped<GrantExtension>()
            .AddScoped<TellExtension>()
            .AddScoped<AskHang>()
            .AddScoped<GrantHang>()
            .AddScoped<RecheckHang>()
            .AddScoped<ReleaseHang>()
            .AddScoped<AskTermination>()
            .AddScoped<GrantTermination>()
            .AddScoped<DeclineApplication>()
            .AddScoped<AwaitMaterial>()
            .AddScoped<ResumeWork>()
            .AddScoped<EndPauses>();

    private static void AddDesks(IServiceCollection services)
    {
        services.AddScoped<PrintRequest>();
        services.AddScoped<TakeCall>();
        services.AddScoped<WorkAtDesk>();
    }

    public IReadOnlyList<MenuEntry> Menu =>
        [
            new("desk/new", "接电话", Role.Agent),
            new("desk/intake", "待派单", Role.Agent, Role.Dispatcher),
            new("desk/returns", "退单与重派", Role.Dispatcher),
            new("desk/unit", "本单位工单", Role.UnitHandler),
            new("desk/given", "交办下级", Role.UnitHandler),
            new("desk/copied", "抄送", Role.UnitHandler),
            new("desk/review", "待审核", Role.Reviewer),
            new("desk/callback", "待回访", Role.Callback),
            new("board", "看板", Role.Supervisor, Role.Leader, Role.UnitHandler),
            new("desk/late", "超期与临期", Role.Supervisor),
            new("desk/conference", "联席会议", Role.Supervisor),
            new("desk/contests", "不予受理复核", Role.Supervisor),
            new("desk/applications", "申请裁定", Role.Supervisor),
            new("desk/hung", "挂账", Role.Supervisor),
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
        CloseUnreachedApi.Map(requests);
        DispatchRequestApi.Map(requests);
        DesignateUnitApi.Map(requests);
        FindRequestsApi.Map(requests);
        ListQueueApi.Map(requests);
        MissCallbackApi.Map(requests);
        OpenContactApi.Map(requests);
        RateRequestApi.Map(requests);
        ReadRequestApi.Map(requests);
        ReclassifyRequestApi.Map(requests);
        RecordCallbackApi.Map(requests);
        RecordContactApi.Map(requests);
        RejectReturnApi.Map(requests);
        ReplyToRequestApi.Map(requests);
        ReturnRequestApi.Map(requests);
        SendBackReplyApi.Map(requests);
        SignRequestApi.Map(requests);
        WithdrawRequestApi.Map(requests);
        MapSubDispatch(requests);
        MapRefusals(requests);
        MapApplications(requests);
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

    private static void AddResidents(IServiceCollection services)
    {
        services.AddDataProtection();
        services.AddMemoryCache();
        services.AddSingleton<PhotoLinks>();
        services.AddSingleton<WrongTries>();
        services.AddScoped<RequestDrafts>();
        services.AddScoped<DraftVisit>();
        services.AddScoped<CheckAnswers>();
        services.AddScoped<ChooseAccused>();
        services.AddScoped<ChoosePlace>();
        services.AddScoped<BuildDays>();
        services.AddScoped<CountRequests>();
        services.AddScoped<DescribeMatter>();
        services.AddScoped<ExportPublicRequests>();
        services.AddScoped<FindPlaces>();
        services.AddSingleton<MapRows>();
        services.AddScoped<ShowMap>();
        services.AddScoped<FindNearby>();
        services.AddScoped<SuggestSimilar>().AddScoped<ReadPublicRequest>().AddScoped<ListSupported>();
        services.AddScoped<SupportRequest>().AddScoped<UndoSupport>().AddSingleton<SupportLimit>();
        services.AddScoped<GiveContact>();
        services.AddScoped<KeepPhotos>();
        services.AddScoped<ReadPhoto>();
        services.AddScoped<ReadReceipt>();
        services.AddScoped<TakeOwnAction>();
        services.AddScoped<ListNotices>().AddScoped<MarkNotices>();
    }

    private static void MapResidents(IEndpointRouteBuilder routes)
    {
        ExportPublicRequestsApi.Map(routes);
        FindPlacesApi.Map(routes);
        ShowMapApi.Map(routes);
        FindNearbyApi.Map(routes);
        ReadPhotoApi.Map(routes);
    }

    /// <summary>Imports and generators.</summary>
    private static void AddBulk(IServiceCollection services)
    {
        services.AddScoped<RequestLoad>();
        services.AddScoped<GenerateRequests>();
        services.AddScoped<FillDemo>();
        services.AddScoped<ImportLetters>();
        services.AddScoped<ImportRequests>();
    }

    private static void AddDuties(IServiceCollection services)
    {
        services
            .AddScoped<RingDuty>()
            .AddScoped<AnchorJournal>()
            .AddScoped<VerifyJournal>()
            .AddScoped<ClearDrafts>()
            .AddSingleton<LoosePhotos>();
        services.AddHostedService<RequestTimers>();
        services.AddSingleton<BoardRows>();
        services.AddScoped<ReadBoard>().AddScoped<ListBoardRows>();
    }

    private static void AddReactions(IServiceCollection services)
    {
        services.AddConsumer<WhenMovedTellResident, RequestMoved, RequestsDb>();
        services.AddConsumer<WhenMovedCountDay, RequestMoved, RequestsDb>();
        services.AddConsumer<WhenSupportedCountDay, RequestSupported, RequestsDb>();
        services.AddOutwardConsumer<WhenMovedTellSupporters, RequestMoved, RequestsDb>();
        services.AddOutwardConsumer<WhenMovedSendMessage, RequestMoved, RequestsDb>();
    }

    private static void MapBoards(IEndpointRouteBuilder routes) => ReadBoardApi.Map(routes);
}
