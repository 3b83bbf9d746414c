using System.Net;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using SourcingCompliance.Server.Api;
using SourcingCompliance.Server.Jobs;
using SourcingCompliance.Server.Pages;
using SourcingCompliance.Server.Storage;
using SourcingCompliance.Server.Uploads;

namespace SourcingCompliance.Server;

/// <summary>Puts the server together.</summary>
public static class SourcingServer
{
    private const long FormOverheadBytes = 4 << 20;

    /// <summary>A server that is ready to start.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="FormatException">An option cannot be used.</exception>
    public static WebApplication Create(string[] args, TimeProvider time)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
        var options = ServerOptions.From(builder.Configuration);
        // A name that resolves to loopback is no way in from a page of another site (DNS rebinding).
        builder.Configuration["AllowedHosts"] = "localhost;127.0.0.1;[::1]";
        builder.Logging.AddFilter("Quartz", LogLevel.Warning).AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error)
            // It warns that keys are not encrypted; they lie in a folder that only the user may read.
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = options.MaximumUploadBytes + FormOverheadBytes;
            // Loopback only: there are no accounts, so whoever reaches the port may read every report.
            if (options.Port == 0)
            {
                kestrel.Listen(IPAddress.Loopback, 0);
            }
            else
            {
                kestrel.ListenLocalhost(options.Port);
            }
        });
        CreateDataFolder(options.DataFolder);
        AddParts(builder.Services, options, time);
        WebApplication server = builder.Build();
        Map(server);
        server.Lifetime.ApplicationStarted.Register(() => Announce(server, options));
        return server;
    }

    // What customers sent is nobody else's on the machine.
    private static void CreateDataFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private static void AddParts(IServiceCollection parts, ServerOptions options, TimeProvider time)
    {
        parts.AddSingleton(options).AddSingleton(time);
        parts.AddSingleton<Database>().AddSingleton<RunStore>().AddSingleton<ProfileStore>().AddSingleton<UploadFolder>();
        parts.AddSingleton<UploadReader>().AddSingleton<UploadDesk>().AddSingleton<CheckReader>();
        parts.AddHostedService<StartUp>();
        parts.AddSingleton<Housekeeping>().AddHostedService(services => services.GetRequiredService<Housekeeping>());
        Scheduling.Add(parts, options);
        RequestLimits.Add(parts, options);
        parts.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(options.DataFolder, "keys"))).SetApplicationName("sourcing");
        parts.AddAntiforgery(forgery =>
        {
            forgery.Cookie.Name = "sourcing-forgery";
            forgery.Cookie.SameSite = SameSiteMode.Strict;
            forgery.SuppressXFrameOptionsHeader = true;
        });
        parts.AddProblemDetails();
        parts.AddOpenApi("v1", document => document.AddDocumentTransformer((description, _, _) =>
        {
            description.Info.Title = "SourcingCompliance";
            description.Info.Description = "May this product be delivered under the 2027 sourcing prohibition? Not legal advice.";
            return Task.CompletedTask;
        }));
    }

    private static void Map(WebApplication server)
    {
        server.Use(next => context => RequestGuard.Handle(context, next));
        server.UseExceptionHandler(failed => failed.Run(Problems.Write));
        server.UseHostFiltering();
        server.UseRateLimiter();
        server.MapOpenApi("/openapi/{documentName}.json");
        CheckEndpoints.Map(server);
        HealthEndpoints.Map(server);
        PageEndpoints.Map(server);
    }

    private static void Announce(WebApplication server, ServerOptions options)
    {
        string address = server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "";
        Console.WriteLine($"Open {address}");
        Console.WriteLine("It listens on this machine only (loopback): there are no accounts. To share it, put a proxy that asks who is there before it.");
        Console.WriteLine($"Uploads and reports are kept in {options.DataFolder}; {(options.Database is null ? "SQLite" : "PostgreSQL")} keeps the list of them.");
    }
}
