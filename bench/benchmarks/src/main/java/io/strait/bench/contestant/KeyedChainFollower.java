package io.strait.bench.contestant;

import io.strait.api.domain.Chain;

/** Follows a chain through the contestant itself, by the chain's ready-made key. */
final class KeyedChainFollower implements ChainFollower {
    private final Contestant contestant;
    private final Chain chain;

    KeyedChainFollower(Contestant contestant, Chain chain) {
        this.contestant = contestant;
        this.chain = chain;
    }

    @Override
    public void setLastProcessedBlock(long number) {
        contestant.setLastProcessedBlock(chain, number);
    }

    @Override
    public void drain() {
        contestant.drain();
    }

    @Override
    public void close() {
        // holds nothing
    }
}
