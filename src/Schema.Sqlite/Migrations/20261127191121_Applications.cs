using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Suiying.Schema.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Applications : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(name: "Asks", table: "requests_requests", type: "TEXT", maxLength: 40, nullable: true);

            migrationBuilder.AddColumn<long>(name: "CountedDueAt", table: "requests_requests", type: "INTEGER", nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "Extended",
                table: "requests_requests",
                type: "INTEGER",
                nullable: false,
                defaultValue: false
            );

            migrationBuilder.AddColumn<long>(name: "ExtendedTo", table: "requests_requests", type: "INTEGER", nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "ExtensionUntold",
                table: "requests_requests",
                type: "INTEGER",
                nullable: false,
                defaultValue: false
            );

            migrationBuilder.AddColumn<long>(name: "PausedAt", table: "requests_requests", type: "INTEGER", nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "PausedMilliseconds",
                table: "requests_requests",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L
            );

            migrationBuilder.AddColumn<long>(name: "PausedUntil", table: "requests_requests", type: "INTEGER", nullable: true);

            migrationBuilder.AddColumn<long>(name: "PlannedAt", table: "requests_requests", type: "INTEGER", nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "WaitedForMaterial",
                table: "requests_requests",
                type: "INTEGER",
                nullable: false,
                defaultValue: false
            );

            migrationBuilder.AddColumn<Guid>(name: "Application", table: "requests_deadlines", type: "TEXT", nullable: true);

            // What was stamped before extensions could be void counts as it stands.
            migrationBuilder.Sql("UPDATE requests_requests SET \"CountedDueAt\" = \"ReplyDueAt\"");

            migrationBuilder.CreateTable(
                name: "requests_applications",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Until = table.Column<long>(type: "INTEGER", nullable: true),
                    DueBefore = table.Column<long>(type: "INTEGER", nullable: true),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DecidedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    ToldAt = table.Column<long>(type: "INTEGER", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_requests_applications", x => x.Id);
                    table.ForeignKey(
                        name: "FK_requests_applications_requests_requests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "requests_requests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "IX_requests_requests_Asks_Serial",
                table: "requests_requests",
                columns: new[] { "Asks", "Serial" },
                filter: "\"Asks\" IS NOT NULL"
            );

            migrationBuilder.CreateIndex(
                name: "IX_requests_requests_PausedUntil",
                table: "requests_requests",
                column: "PausedUntil",
                filter: "\"PausedUntil\" IS NOT NULL"
            );

            migrationBuilder.CreateIndex(name: "IX_requests_applications_RequestId", table: "requests_applications", column: "RequestId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "requests_applications");

            migrationBuilder.DropIndex(name: "IX_requests_requests_Asks_Serial", table: "requests_requests");

            migrationBuilder.DropIndex(name: "IX_requests_requests_PausedUntil", table: "requests_requests");

            migrationBuilder.DropColumn(name: "Asks", table: "requests_requests");

            migrationBuilder.DropColumn(name: "CountedDueAt", table: "requests_requests");

            migrationBuilder.DropColumn(name: "Extended", table: "requests_requests");

            migrationBuilder.DropColumn(name: "ExtendedTo", table: "requests_requests");

            migrationBuilder.DropColumn(name: "ExtensionUntold", table: "requests_requests");

            migrationBuilder.DropColumn(name: "PausedAt", table: "requests_requests");

            migrationBuilder.DropColumn(name: "PausedMilliseconds", table: "requests_requests");

            migrationBuilder.DropColumn(name: "PausedUntil", table: "requests_requests");

            migrationBuilder.DropColumn(name: "PlannedAt", table: "requests_requests");

            migrationBuilder.DropColumn(name: "WaitedForMaterial", table: "requests_requests");

            migrationBuilder.DropColumn(name: "Application", table: "requests_deadlines");
        }
    }
}
