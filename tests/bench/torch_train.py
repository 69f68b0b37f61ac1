# SPDX-License-Identifier: GPL-3.0-or-later
"""PyTorch's side of bench_train: the recommended network's epoch in plain tensor operations, on one thread.

Arguments: genes, reactions, samples, gradient weight, then the number of genes of each token. Each line on
standard input asks for one epoch; the answer is the processor seconds it took.
"""

import math
import sys
import time

import torch
from torch import nn
from torch.nn import functional

torch.set_num_threads(1)
torch.manual_seed(1)
genes, reactions, samples = (int(word) for word in sys.argv[1:4])
gradient_weight = float(sys.argv[4])
sizes = [int(word) for word in sys.argv[5:]]
width, hidden, channels, embedding, neighbours, batch_size = 64, 256, 64, 8, 5, 32
paired_weight, penalty_weight, decay = 50, 10, 0.99


class Generator(nn.Module):
    def __init__(self):
        super().__init__()
        self.members = [torch.randperm(genes)[:size].sort().values for size in sizes]
        self.maps = nn.ParameterList([(torch.rand(width, size) * 2 - 1) / math.sqrt(size) for size in sizes])
        self.bias = nn.Parameter(torch.rand(len(sizes), width) * 0.1 - 0.05)
        self.attention = nn.MultiheadAttention(width, 4, batch_first=True)
        self.norm = nn.LayerNorm(width)
        self.hidden = nn.Linear(len(sizes) * width, hidden)
        self.out = nn.Linear(hidden, reactions)

    def forward(self, x):
        tokens = torch.stack([x[:, at] @ w.t() for at, w in zip(self.members, self.maps)], 1) + self.bias
        tokens = functional.dropout(tokens, 0.5, self.training)
        # PyTorch's fused attention has no second derivative.
        plain = gradient_weight > 0 and self.training
        h = self.norm(tokens + self.attention(tokens, tokens, tokens, need_weights=plain)[0])
        return self.out(torch.relu(self.hidden(h.flatten(1))))


class GraphAttention(nn.Module):
    """GATv2 with one head; sources: [reactions, neighbours + 1]."""

    def __init__(self, inputs, sources):
        super().__init__()
        self.sources = sources
        self.source, self.target = nn.Linear(inputs, channels), nn.Linear(inputs, channels)
        self.weights = nn.Parameter(torch.randn(channels) * 0.2)
        self.bias = nn.Parameter(torch.zeros(channels))

    def forward(self, x):  # [reactions, batch, inputs]
        message = self.source(x)[self.sources]
        logits = functional.leaky_relu(message + self.target(x).unsqueeze(1), 0.2) @ self.weights
        return (torch.softmax(logits, 1).unsqueeze(-1) * message).sum(1) + self.bias


class Critic(nn.Module):
    def __init__(self):
        super().__init__()
        sources = torch.stack([torch.cat([torch.randperm(reactions)[:neighbours], torch.tensor([i])])
                               for i in range(reactions)])
        self.embedding = nn.Parameter(torch.randn(reactions, 1, embedding))
        self.first = GraphAttention(1 + embedding, sources)
        self.second = GraphAttention(channels, sources)
        self.out = nn.Linear(channels, 1)

    def forward(self, y):
        x = torch.cat([y.t().unsqueeze(-1), self.embedding.expand(-1, len(y), -1)], -1)
        return self.out(torch.relu(self.second(torch.relu(self.first(x)))).mean(0)).squeeze(-1)


generator, average, critic = Generator(), Generator(), Critic()
groups = [{"params": [p], "lr": 3e-3 * min(1, 64 / p.shape[-1])} for p in generator.parameters()]
generator_adam = torch.optim.Adam(groups, betas=(0.0, 0.9))
critic_adam = torch.optim.Adam(critic.parameters(), lr=3e-3, betas=(0.0, 0.9))
inputs, targets = torch.randn(samples, genes), torch.randn(samples, reactions)
slope_genes, slopes = torch.randint(genes, (samples, reactions, 3)), torch.randn(samples, reactions, 3)


def critic_step(batch):
    real = targets[batch]
    with torch.no_grad():
        fake = generator(inputs[batch])
    critic_adam.zero_grad()
    share = torch.rand(len(batch), 1)
    between = (share * real + (1 - share) * fake).requires_grad_(True)
    slope = torch.autograd.grad(critic(between).sum(), between, create_graph=True)[0]
    penalty = ((slope.norm(dim=1) - 1) ** 2).mean()
    (critic(fake).mean() - critic(real).mean() + penalty_weight * penalty).backward()
    critic_adam.step()


def gradient_error(x, y, batch):
    v = torch.randn(len(batch), reactions) / math.sqrt(reactions)
    gradient = torch.autograd.grad((v * y).sum(), x, create_graph=True)[0]
    truth = torch.zeros_like(x)
    truth.scatter_add_(1, slope_genes[batch].flatten(1), (v.unsqueeze(-1) * slopes[batch]).flatten(1))
    return (gradient - truth).square().sum(1).mean()


def generator_step(batch):
    generator_adam.zero_grad()
    critic.requires_grad_(False)
    x = inputs[batch].requires_grad_(gradient_weight > 0)
    y = generator(x)
    loss = -critic(y).mean() + paired_weight * (y - targets[batch]).abs().mean()
    if gradient_weight > 0:
        loss = loss + paired_weight * gradient_weight * gradient_error(x, y, batch)
    loss.backward()
    critic.requires_grad_(True)
    generator_adam.step()
    with torch.no_grad():
        for kept, new in zip(average.parameters(), generator.parameters()):
            kept.lerp_(new, 1 - decay)


print("torch", torch.__version__, flush=True)
for line in sys.stdin:
    begin = time.process_time()
    count = math.ceil(samples / batch_size)
    for batch in torch.randperm(samples).chunk(count):
        critic_step(torch.randperm(samples)[: len(batch)])
        critic_step(batch)
        generator_step(batch)
    print(time.process_time() - begin, flush=True)
