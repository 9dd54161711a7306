using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Suiying.Channels.Features;
using Suiying.Channels.Model;
using Suiying.Channels.Model.Messages;
using Suiying.Channels.Model.Phone;
using Suiying.Channels.Model.WeChat;
using Suiying.Channels.Reactions;
using Suiying.Channels.Storage;
using Suiying.Contracts.Channels;
using Suiying.Contracts.Requests;
using Suiying.Kernel.Data;
using Suiying.Kernel.Events;

namespace Suiying.Channels;

/// <summary>渠道: the ways in and out for other programs.</summary>
public sealed class ChannelsModule : IModule
{
    public string Name => "Channels";

    public IReadOnlyList<MenuEntry> Menu =>
        [
            new("desk/inbox", "来件箱", Role.Agent, Role.Dispatcher),
            new("desk/wall", "话务大屏", Role.Supervisor, Role.Leader, Role.Agent),
            new("admin/outgoing", "消息发送", Role.SystemAdmin, Role.AuditAdmin),
            new("admin/keys", "接口密钥", Role.SecurityAdmin, Role.AuditAdmin),
            new("admin/webhooks", "状态推送", Role.SecurityAdmin, Role.AuditAdmin),
            new("admin/exchanges", "话务平台", Role.SecurityAdmin, Role.AuditAdmin),
            new("admin/inbox", "来件来源", Role.SecurityAdmin, Role.AuditAdmin),
        ];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDb<ChannelsDb>();
        services.AddSingleton<CallLimits>();
        services.AddScoped<Open311Door>();
        services.AddScoped<AddApiKey>();
        services.AddScoped<AddExchange>();
        services.AddScoped<AddOpen311Update>();
        services.AddScoped<ClearCalls>();
        services.AddScoped<EndWrapUp>();
        services.AddScoped<ExportOpen311Requests>();
        services.AddScoped<FillCalls>();
        services.AddScoped<FindOpen311Requests>();
        services.AddScoped<ForecastSeats>();
        services.AddScoped<ListApiKeys>();
        services.AddScoped<ListCalls>();
        services.AddScoped<ListExchanges>();
        services.AddScoped<ListOpen311Updates>();
        services.AddScoped<ListServices>();
        services.AddScoped<ReadWall>();
        services.AddScoped<ReceiveCallEvent>();
        services.AddScoped<RevokeApiKey>();
        services.AddScoped<RevokeExchange>();
        services.AddScoped<SetSeat>();
        services.AddScoped<SubmitOpen311Request>();
        services
            .AddScoped<ExchangeGate>()
            .AddSingleton<CallSignals>()
            .AddScoped<IPhoneDesk, PhoneDesk>()
            .AddScoped<IPhoneTallies, PhoneTallies>();
        services.AddHostedService<PhoneTimers>();
        AddInbox(services, configuration);
        AddMessages(services, configuration);
        AddWeChat(services, configuration);
    }

    private static void AddWeChat(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(WeChatSetting.Read(configuration)).AddSingleton<WeChatPost>().AddScoped<ICarrier, WeChatCarrier>();
        services
            .AddScoped<WeChatFollowers>()
            .AddScoped<WeChatWords>()
            .AddScoped<WeChatTalk>()
            .AddScoped<ReceiveWeChat>()
            .AddScoped<LinkWeChat>();
    }

    private static void AddInbox(IServiceCollection services, IConfiguration configuration)
    {
        // Many mails of the country are written in GB 18030 or GBK, which .NET reads only when asked to.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        services.AddSingleton(MailboxSetting.Read(configuration)).AddSingleton<Mailbox>().AddScoped<CollectMail>().AddScoped<FillInbox>();
        services.AddHostedService<MailTimer>();
        services
            .AddScoped<InboxGate>()
            .AddScoped<InboxShelf>()
            .AddScoped<InboxKeeper>()
            .AddScoped<MailKeeper>()
            .AddScoped<InboxFiles>()
            .AddScoped<IFilesInUse>(provider => provider.GetRequiredService<InboxFiles>())
            .AddScoped<IMessagePhotos>(provider => provider.GetRequiredService<InboxFiles>())
            .AddScoped<AddInboxSource>()
            .AddScoped<ListInboxSources>()
            .AddScoped<RevokeInboxSource>();
        services.AddScoped<ReceiveMessage>().AddScoped<ListInbox>().AddScoped<ReadMessage>().AddScoped<ClearInbox>();
        services.AddScoped<RegisterMessage>().AddScoped<JoinMessage>().AddScoped<DeclineMessage>().AddScoped<RestoreMessage>();
        services.AddSingleton<LetterReceipts>().AddScoped<WriteLetter>().AddScoped<IWaitingLetters, WaitingLetters>();
        services.AddConsumer<WhenRegisteredCloseMessage, RequestMoved, ChannelsDb>();
    }

    private static void AddMessages(IServiceCollection services, IConfiguration configuration)
    {
        var site = new SiteAddress(configuration["SUIYING_ADDRESS"]);
        services.AddSingleton(site).AddSingleton(PushSetting.Read(configuration, site));
        services.AddSingleton<PushRoad>().AddScoped<PushPost>().AddScoped<AddPushBrowser>();
        services.AddSingleton<IMessageTexts, UsualTexts>().AddScoped<MessageWriting>();
        if (SmsGateway.Setting.Read(configuration) is { } gateway)
        {
            services.AddSingleton(gateway);
            services.AddHttpClient<SmsGateway>(http => http.Timeout = TimeSpan.FromSeconds(20));
            services.AddTransient<IMessageSender>(provider => provider.GetRequiredService<SmsGateway>());
        }
        services.AddSingleton(MailSetting.Read(configuration));
        services.AddSingleton<MailPost>().AddSingleton<MessageLinks>().AddScoped<AddressProof>();
        services.AddScoped<SaveWishes>().AddScoped<ConfirmEmail>().AddScoped<StopMessages>();
        services.AddScoped<SaveSubscriptions>().AddScoped<IPeriodicals, PeriodicalPost>();
        services
            .AddScoped<ICarrier, EmailCarrier>()
            .AddScoped<ICarrier, PushCarrier>()
            .AddScoped<ICarrier, SmsCarrier>()
            .AddScoped<Carriers>()
            .AddScoped<INotifier, Notifier>();
        services.AddScoped<ClearMessages>().AddScoped<SendNotices>().AddScoped<ListNotices>().AddScoped<ReplayNotices>();
        services.AddOutwardConsumer<WhenKeptSendNotice, NoticeKept, ChannelsDb>();
        services.AddHostedService<MessageTimers>();
        AddWebhooks(services, configuration);
    }

    private static void AddWebhooks(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(new OutboundGuard(configuration)).AddSingleton<WebhookPost>();
        services.AddScoped<AddWebhook>().AddScoped<ListWebhooks>().AddScoped<SwitchWebhook>();
        services.AddScoped<SendWebhookTest>().AddScoped<SendDeliveries>();
        services.AddConsumer<WhenMovedQueueWebhooks, RequestMoved, ChannelsDb>();
    }

    public void MapTables(ModelBuilder model) => ChannelsTables.Map(model);

    public void MapEndpoints(IEndpointRouteBuilder routes)
    {
        var open311 = routes.MapGroup("/open311").WithTags("open311").AllowAnonymous();
        AddOpen311UpdateApi.Map(open311);
        ExportOpen311RequestsApi.Map(open311);
        FindOpen311RequestsApi.Map(open311);
        ListOpen311UpdatesApi.Map(open311);
        ListServicesApi.Map(open311);
        SubmitOpen311RequestApi.Map(open311);
        ReceiveCallEventApi.Map(routes.MapGroup("/api/phone").WithTags("phone").AllowAnonymous());
        ReceiveMessageApi.Map(routes.MapGroup("/api/inbox").WithTags("inbox").AllowAnonymous());
        ReceiveWeChatApi.Map(routes.MapGroup("/api/wechat").WithTags("wechat").AllowAnonymous());
        ListCallsApi.Map(routes);
        StopMessagesApi.Map(routes);
        // What is not there is told in this door's own form, not as a page.
        open311.Map("/{**rest}", (HttpContext http) => Open311Door.Nothing(http)).ExcludeFromDescription();
    }
}
